package io.stallcast.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Email.Status;
import io.stallcast.notification.EmailJob.SendEmail;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All e-mails. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Emails implements PanacheRepositoryBase<Email, UUID> {
  private static final String ADD =
      "insert into email (id, notification_id, status, queued_at) values (?1, ?2, 'QUEUED', ?3)";
  private static final String LOG =
      "insert into email_try (email_id, made_at, outcome, detail) values (?1, ?2, ?3, ?4)";

  private final Outbox outbox;
  private final Clock clock;

  Emails(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Queues the e-mail of a notification, with the job that sends it. */
  public Uni<Void> queue(UUID notificationId) {
    var id = Identifiers.next();
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(ADD)
                .setParameter(1, id)
                .setParameter(2, notificationId)
                .setParameter(3, clock.instant())
                .executeUpdate())
        .chain(() -> outbox.append(new SendEmail(id).now()));
  }

  /** The e-mail with its notification; empty where it is no longer queued. */
  public Uni<Optional<Email>> findQueued(UUID id) {
    return find(
            "from Email e join fetch e.notification where e.id = ?1 and e.status = ?2",
            id,
            Status.QUEUED)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Since when the e-mail that waits longest waits; empty where none does. */
  public Uni<Optional<Instant>> oldestQueued() {
    return find("status = ?1 order by queuedAt", Status.QUEUED)
        .range(0, 0)
        .firstResult()
        .map(oldest -> Optional.ofNullable(oldest).map(Email::queuedAt));
  }

  /**
   * Ends an e-mail that is queued; its job is taken back.
   *
   * @param failure why it is given up; null where it was sent
   * @return whether it was queued
   */
  public Uni<Boolean> end(UUID id, Status status, String failure) {
    return update(
            "status = ?1, endedAt = ?2, failure = ?3 where id = ?4 and status = ?5",
            status,
            clock.instant(),
            failure,
            id,
            Status.QUEUED)
        .call(() -> outbox.cancel(new SendEmail(id).timerKey()))
        .map(ended -> ended > 0);
  }

  /**
   * Puts off an e-mail that is queued.
   *
   * @param tries how often it was tried in vain
   * @return whether it was queued
   */
  public Uni<Boolean> putOff(UUID id, int tries, Instant until) {
    return update("tries = ?1 where id = ?2 and status = ?3", tries, id, Status.QUEUED)
        .call(found -> found > 0 ? outbox.append(new SendEmail(id).at(until)) : nothing())
        .map(found -> found > 0);
  }

  /** Writes a try into the delivery log of an e-mail that exists. */
  public Uni<Void> log(UUID id, String outcome, String detail) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(LOG)
                .setParameter(1, id)
                .setParameter(2, clock.instant())
                .setParameter(3, outcome)
                .setParameter(4, detail)
                .executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
