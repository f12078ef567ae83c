package io.stallcast.notification.mailing;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Email;
import io.stallcast.notification.Kind;
import io.stallcast.notification.Mailing.Order;
import io.stallcast.notification.Recipient;
import io.stallcast.platform.database.Statements;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All e-mails. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
class Emails {
  private static final String ADD =
      """
      insert into email (id, notification_id, status, queued_at)
      select id, notification_id, 'QUEUED', queued_at
      from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as e (id, notification_id, queued_at)
      """;
  private static final String QUEUED =
      "select e.id, e.notification_id, n.kind, n.content, e.tries, "
          + Recipient.COLUMNS
          + """

           from email e
           join notification n on n.id = e.notification_id
           left join recipient r on r.id = n.recipient_id
           where e.id = any($1) and e.status = 'QUEUED'
           order by e.id for update of e
          """;
  private static final String OLDEST = "select min(queued_at) from email where status = 'QUEUED'";
  private static final String RECORD =
      """
      with made as (
        select id, status, tries, outcome, detail
        from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[])
          as m (id, status, tries, outcome, detail)),
      held as (
        select m.* from email e join made m using (id)
        where e.status = 'QUEUED' order by id for update of e),
      changed as (
        update email e
        set status = h.status, tries = h.tries,
            ended_at = case h.status when 'QUEUED' then null else $6::timestamptz end,
            failure = case h.status when 'FAILED' then h.detail end
        from held h where e.id = h.id)
      insert into email_try (email_id, made_at, outcome, detail)
      select id, $6::timestamptz, outcome, detail from held
      returning email_id
      """;

  private final Clock clock;

  Emails(Clock clock) {
    this.clock = clock;
  }

  /** How far an e-mail has come. */
  enum Status {
    /** Waits to be sent; a job for it is under way. */
    QUEUED,
    /** A mail server took it. */
    SENT,
    /** Given up. */
    FAILED
  }

  /** Adds e-mails that wait to be sent, from when they may be. */
  Uni<Void> add(List<Order> orders) {
    var now = clock.instant();
    return Statements.update(
            ADD,
            Statements.column(orders, order -> order.email().id(), UUID[]::new),
            Statements.column(orders, order -> order.email().notificationId(), UUID[]::new),
            Statements.column(orders, order -> queuedAt(order, now), OffsetDateTime[]::new))
        .replaceWithVoid();
  }

  private static OffsetDateTime queuedAt(Order order, Instant now) {
    return (order.notBefore() == null ? now : order.notBefore()).atOffset(ZoneOffset.UTC);
  }

  /** Those of them that wait to be sent; nobody else changes them before the unit of work ends. */
  Uni<List<Email>> queued(Collection<UUID> ids) {
    return Statements.select(QUEUED, (Object) ids.toArray(UUID[]::new))
        .map(rows -> rows.stream().map(Emails::email).toList());
  }

  /** Since when the e-mail that waits longest waits; empty where none does. */
  Uni<Optional<Instant>> oldestQueued() {
    return Statements.select(OLDEST)
        .map(rows -> Optional.ofNullable((OffsetDateTime) rows.getFirst()[0]))
        .map(oldest -> oldest.map(OffsetDateTime::toInstant));
  }

  /**
   * Writes what became of tries into the delivery log, and how far their e-mails have come.
   *
   * @return the e-mails that were still queued; of the others nothing is written
   */
  Uni<Set<UUID>> record(List<Verdict> verdicts) {
    return Statements.select(
            RECORD,
            Statements.column(verdicts, Verdict::emailId, UUID[]::new),
            Statements.column(verdicts, verdict -> verdict.status().name(), String[]::new),
            Statements.column(verdicts, Verdict::tries, Integer[]::new),
            Statements.column(verdicts, verdict -> verdict.result().label(), String[]::new),
            Statements.column(verdicts, verdict -> verdict.outcome().detail(), String[]::new),
            now())
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(toSet()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Email email(Object[] row) {
    return new Email(
        (UUID) row[0],
        (UUID) row[1],
        Kind.valueOf((String) row[2]).read((JsonObject) row[3]),
        (Integer) row[4],
        row[5] == null ? null : Recipient.of(row, 5));
  }
}
