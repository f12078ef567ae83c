package io.stallcast.payment.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The entitlements. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
class Entitlements implements PanacheRepositoryBase<Entitlement, UUID> {
  private static final String HOLDS =
      "revokedAt is null and (until is null or until > ?3) and userId = ?1";
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final UUID LAST = new UUID(-1, -1);

  private final Outbox outbox;
  private final Clock clock;

  Entitlements(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Whether this is the first that is heard of an order: it was neither granted nor revoked. */
  Uni<Boolean> claim(UUID orderId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    "insert into access_order (order_id) values (?1) on conflict do nothing")
                .setParameter(1, orderId)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** Remembers that an order is not to be granted, or no longer; false where it was before. */
  Uni<Boolean> refuse(UUID orderId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    insert into access_order as known (order_id, revoked_at) values (?1, ?2)
                    on conflict (order_id) do update set revoked_at = excluded.revoked_at
                    where known.revoked_at is null
                    """)
                .setParameter(1, orderId)
                .setParameter(2, clock.instant())
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** An order's entitlements in the order of their products. */
  Uni<List<Entitlement>> ofOrder(UUID orderId) {
    return list("orderId = ?1 order by productId", orderId);
  }

  /** What entitles a user to a product, the oldest first where several do; null where nothing. */
  Uni<Entitlement> holding(UUID userId, UUID productId) {
    return find(
            HOLDS + " and productId = ?2 order by since, id", userId, productId, clock.instant())
        .firstResult();
  }

  /** What a user owns, each product once, newest first. */
  Uni<List<Entitlement>> library(UUID userId, PageRequest page) {
    var cursor = page.cursor();
    return find(
            """
            from Entitlement e
            where e.userId = ?1 and e.revokedAt is null and (e.until is null or e.until > ?2)
              and (e.since < ?3 or (e.since = ?3 and e.id < ?4))
              and not exists (
                select 1 from Entitlement o
                where o.userId = e.userId and o.productId = e.productId and o.id < e.id
                  and o.revokedAt is null and (o.until is null or o.until > ?2))
            order by e.since desc, e.id desc
            """,
            userId,
            clock.instant(),
            cursor.map(c -> c.instant(0)).orElse(EVER),
            cursor.map(c -> c.uuid(1)).orElse(LAST))
        .range(0, page.limit())
        .list();
  }

  /** Publishes what a user may do with a product now that one of the entitlements has changed. */
  Uni<Void> publish(Entitlement changed) {
    return nextVersion(changed)
        .chain(version ->
            holding(changed.userId(), changed.productId())
                .chain(holding -> publish(changed, holding, version)));
  }

  private Uni<Void> publish(Entitlement changed, Entitlement holding, long version) {
    AccessEvent event =
        holding == null
            ? new AccessEvent.AccessRevoked(changed.toEvent(), clock.instant())
            : new AccessEvent.AccessGranted(holding.toEvent());
    var subject = AccessEvent.subject(changed.userId(), changed.productId());
    return outbox.append(OutboxMessage.of(Topic.ACCESS_EVENTS, subject, version, event));
  }

  /** Also locks the user's access to the product until the unit of work ends. */
  private static Uni<Long> nextVersion(Entitlement changed) {
    return Panache.getSession()
        .call(session -> session.flush())
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    insert into access (user_id, product_id, version) values (?1, ?2, 1)
                    on conflict (user_id, product_id) do update set version = access.version + 1
                    returning version
                    """,
                    Long.class)
                .setParameter(1, changed.userId())
                .setParameter(2, changed.productId())
                .getSingleResult());
  }
}
