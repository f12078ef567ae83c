package io.stallcast.payment.access;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The entitlements. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
class Entitlements implements PanacheRepositoryBase<Entitlement, UUID> {
  private static final String HOLDS =
      "revokedAt is null and (until is null or until > ?3) and userId = ?1";
  private static final String CLAIM =
      """
      insert into access_order (order_id) select unnest($1::uuid[])
      on conflict do nothing
      returning order_id
      """;
  private static final String NEXT_VERSIONS =
      """
      insert into access (user_id, product_id, version)
      select user_id, product_id, 1 from unnest($1::uuid[], $2::uuid[]) as w (user_id, product_id)
      order by user_id, product_id
      on conflict (user_id, product_id) do update set version = access.version + 1
      returning user_id, product_id, version
      """;
  private static final String HOLDING =
      """
      select distinct on (user_id, product_id) user_id, product_id, since, until, order_id
      from entitlement
      join unnest($1::uuid[], $2::uuid[]) as w (user_id, product_id) using (user_id, product_id)
      where revoked_at is null and (until is null or until > $3)
      order by user_id, product_id, since, id
      """;

  private final Outbox outbox;
  private final Clock clock;

  Entitlements(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * An entitlement that was given or taken.
   *
   * @param cause the event that it belongs to; null for the trace under way
   */
  record Change(Entitlement entitlement, Envelope<?> cause) {
    Access access() {
      return new Access(entitlement.userId(), entitlement.productId());
    }

    OutboxMessage inItsTrace(OutboxMessage message) {
      return cause == null ? message : message.causedBy(cause);
    }
  }

  /** What a user may do with a product: of whatever entitlements it comes. */
  private record Access(UUID userId, UUID productId) {
    static Access of(Object[] row) {
      return new Access((UUID) row[0], (UUID) row[1]);
    }

    String subject() {
      return AccessEvent.subject(userId, productId);
    }
  }

  /**
   * Of these orders, those of which this is the first that is heard: neither granted nor revoked.
   */
  Uni<Set<UUID>> claim(Collection<UUID> orderIds) {
    return orderIds.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : Statements.select(CLAIM, (Object) orderIds.stream().sorted().toArray(UUID[]::new))
            .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(toSet()));
  }

  /** Adds what was given. */
  Uni<Void> add(List<Change> given) {
    return given.isEmpty()
        ? Uni.createFrom().voidItem()
        : Panache.getSession()
            .chain(
                session -> session.persistAll(given.stream().map(Change::entitlement).toArray()));
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
            cursor.map(c -> c.instant(0)).orElse(Instants.DISTANT_FUTURE),
            cursor.map(c -> c.uuid(1)).orElse(Identifiers.MAX))
        .range(0, page.limit())
        .list();
  }

  /** Publishes what users may do with products now that entitlements have changed. */
  Uni<Void> publish(List<Change> changes) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var last = new LinkedHashMap<Access, Change>();
    changes.forEach(change -> last.put(change.access(), change));
    return versions(last.keySet())
        .chain(versions ->
            holding(last.keySet())
                .map(holding ->
                    last.entrySet().stream()
                        .map(e -> message(e.getValue(), holding, versions.get(e.getKey())))
                        .toList()))
        .chain(messages -> outbox.append(messages));
  }

  private OutboxMessage message(
      Change change, Map<Access, AccessEvent.Entitlement> holding, long version) {
    var access = change.access();
    var holds = holding.get(access);
    AccessEvent event =
        holds == null
            ? new AccessEvent.AccessRevoked(change.entitlement().toEvent(), clock.instant())
            : new AccessEvent.AccessGranted(holds);
    return change.inItsTrace(
        OutboxMessage.of(Topic.ACCESS_EVENTS, access.subject(), version, event));
  }

  /** The next ones; also locks each access until the unit of work ends, in one order for all. */
  private static Uni<Map<Access, Long>> versions(Collection<Access> accesses) {
    return Panache.getSession()
        .chain(session -> session.flush())
        .chain(() -> Statements.select(NEXT_VERSIONS, users(accesses), products(accesses)))
        .map(rows -> rows.stream().collect(toMap(Access::of, row -> (Long) row[2])));
  }

  /** What entitles to each, the oldest first where several do. */
  private Uni<Map<Access, AccessEvent.Entitlement>> holding(Collection<Access> accesses) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return Statements.select(HOLDING, users(accesses), products(accesses), now)
        .map(rows -> rows.stream().collect(toMap(Access::of, Entitlements::event)));
  }

  private static AccessEvent.Entitlement event(Object[] row) {
    return new AccessEvent.Entitlement(
        (UUID) row[0], (UUID) row[1], instant(row[2]), instant(row[3]), (UUID) row[4]);
  }

  private static Instant instant(Object column) {
    return column == null ? null : ((OffsetDateTime) column).toInstant();
  }

  private static UUID[] users(Collection<Access> accesses) {
    return accesses.stream().map(Access::userId).toArray(UUID[]::new);
  }

  private static UUID[] products(Collection<Access> accesses) {
    return accesses.stream().map(Access::productId).toArray(UUID[]::new);
  }
}
