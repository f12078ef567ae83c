package io.stallcast.notification.digest;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Digesting;
import io.stallcast.notification.NewNotification;
import io.stallcast.notification.digest.DigestJob.DigestDue;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Adds to the digests that there are, and begins those that are not. */
@ApplicationScoped
class OpenDigests implements Digesting {
  /** In the order of the people, so that nobody waits in a circle. */
  private static final String OPEN =
      """
      insert into digest (id, recipient_id, due_at)
      select id, recipient_id, due_at
      from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as d (id, recipient_id, due_at)
      order by recipient_id
      on conflict (recipient_id) do update set due_at = digest.due_at
      returning recipient_id, id, due_at
      """;

  private static final String ADD =
      """
      insert into digest_item (digest_id, notification_id)
      select * from unnest($1::uuid[], $2::uuid[])
      """;
  private static final String FORGET = "delete from digest where recipient_id = $1";

  private final Outbox outbox;

  OpenDigests(Outbox outbox) {
    this.outbox = outbox;
  }

  private record Open(UUID recipientId, UUID id, Instant due) {
    static Open of(Object[] row) {
      return new Open((UUID) row[0], (UUID) row[1], ((OffsetDateTime) row[2]).toInstant());
    }
  }

  @Override
  public Uni<Void> collect(List<NewNotification> notifications, Function<UUID, Instant> due) {
    var recipients = notifications.stream().map(NewNotification::recipientId).distinct().toList();
    return recipients.isEmpty()
        ? Uni.createFrom().voidItem()
        : open(recipients, due).call(opened -> add(notifications, opened)).chain(this::remind);
  }

  @Override
  public Uni<Void> forget(UUID recipientId) {
    return Statements.update(FORGET, recipientId).replaceWithVoid();
  }

  private Uni<List<Open>> open(List<UUID> recipients, Function<UUID, Instant> due) {
    return Statements.select(
            OPEN,
            Statements.column(recipients, id -> Identifiers.next(), UUID[]::new),
            Statements.column(recipients, id -> id, UUID[]::new),
            Statements.column(
                recipients, id -> due.apply(id).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
        .map(rows -> rows.stream().map(Open::of).toList());
  }

  private static Uni<Integer> add(List<NewNotification> notifications, List<Open> opened) {
    var digests = opened.stream().collect(toMap(Open::recipientId, Open::id));
    return Statements.update(
        ADD,
        Statements.column(notifications, n -> digests.get(n.recipientId()), UUID[]::new),
        Statements.column(notifications, NewNotification::id, UUID[]::new));
  }

  /** One job for a digest, however often that is said. */
  private Uni<Void> remind(List<Open> opened) {
    return outbox.append(
        opened.stream().map(open -> new DigestDue(open.id()).at(open.due())).toList());
  }
}
