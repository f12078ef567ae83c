package io.stallcast.notification.push;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All subscriptions. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
class Subscriptions {
  private static final String PUT =
      """
      insert into push_subscription (id, recipient_id, endpoint, p256dh, auth, created_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (endpoint) do update
      set recipient_id = excluded.recipient_id, p256dh = excluded.p256dh, auth = excluded.auth,
          created_at = excluded.created_at
      returning id
      """;
  private static final String MAKE_ROOM =
      """
      delete from push_subscription where id in (
        select id from push_subscription where recipient_id = $1
        order by created_at desc, id desc offset $2)
      """;
  private static final String VIEW =
      """
      select id, endpoint, created_at from push_subscription where recipient_id = $1
      order by created_at desc, id desc
      """;
  private static final String FIND =
      """
      select id, recipient_id, endpoint, p256dh, auth from push_subscription
      where recipient_id = any($1) order by id
      """;
  private static final String DELETE_OWN =
      "delete from push_subscription where id = $1 and recipient_id = $2";
  private static final String DELETE_OF = "delete from push_subscription where recipient_id = $1";
  private static final String DELETE = "delete from push_subscription where id = any($1)";

  private final Clock clock;

  Subscriptions(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adds a subscription, or renews the one of this endpoint: a browser is whose it was last.
   *
   * @return its id; the new one where there was none
   */
  Uni<UUID> put(Subscription subscription) {
    return Statements.select(
            PUT,
            subscription.id(),
            subscription.recipientId(),
            subscription.endpoint().toString(),
            subscription.p256dh(),
            subscription.auth(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .map(rows -> (UUID) rows.getFirst()[0]);
  }

  /** Deletes the oldest of a person's that are more than {@code most}. */
  Uni<Void> makeRoom(UUID recipientId, int most) {
    return Statements.update(MAKE_ROOM, recipientId, most).replaceWithVoid();
  }

  /** A person's, the latest first. */
  Uni<List<SubscriptionView>> view(UUID recipientId) {
    return Statements.select(VIEW, recipientId)
        .map(rows -> rows.stream().map(Subscriptions::view).toList());
  }

  /** All of these people's. */
  Uni<List<Subscription>> of(Collection<UUID> recipientIds) {
    return Statements.select(FIND, (Object) recipientIds.toArray(UUID[]::new))
        .map(rows -> rows.stream().map(row -> of(row, 0)).toList());
  }

  /**
   * Ends one of a person's.
   *
   * @return whether there was such a one
   */
  Uni<Boolean> delete(UUID id, UUID recipientId) {
    return Statements.update(DELETE_OWN, id, recipientId).map(found -> found > 0);
  }

  /** Forgets all of a person's. */
  Uni<Void> deleteOf(UUID recipientId) {
    return Statements.update(DELETE_OF, recipientId).replaceWithVoid();
  }

  /** Forgets those that their browsers have ended. */
  Uni<Void> delete(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : Statements.update(DELETE, (Object) ids.toArray(UUID[]::new)).replaceWithVoid();
  }

  /** From five columns, of which the first is at {@code first}. */
  static Subscription of(Object[] row, int first) {
    return new Subscription(
        (UUID) row[first],
        (UUID) row[first + 1],
        URI.create((String) row[first + 2]),
        (String) row[first + 3],
        (String) row[first + 4]);
  }

  private static SubscriptionView view(Object[] row) {
    return new SubscriptionView(
        (UUID) row[0],
        PushService.originOf(URI.create((String) row[1])),
        ((OffsetDateTime) row[2]).toInstant());
  }
}
