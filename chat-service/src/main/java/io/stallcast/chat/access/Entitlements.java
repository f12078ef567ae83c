package io.stallcast.chat.access;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.payment.AccessEvent.Entitlement;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The read model of entitlements. */
@ApplicationScoped
class Entitlements {
  private static final String UPSERT =
      """
      insert into entitlement (user_id, product_id, version, granted, until)
      values ($1, $2, $3, $4, $5)
      on conflict (user_id, product_id) do update
      set version = excluded.version, granted = excluded.granted, until = excluded.until
      where entitlement.version < excluded.version
      """;

  private static final String HELD =
      """
      select product_id, version from entitlement
      where user_id = $1 and product_id = any($2) and granted and (until is null or until > $3)
      """;

  private static final String SUBSCRIPTIONS =
      """
      select product_id, version from subscription join entitlement using (product_id)
      where user_id = $1 and creator_id = $2 and granted and (until is null or until > $3)
      """;

  private final Pool pool;
  private final Clock clock;

  Entitlements(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Something that a user may use, and the version of that. */
  record Held(UUID productId, long version) {}

  /** What a user may use of these products; outside any unit of work. */
  Uni<List<Held>> held(UUID userId, Collection<UUID> productIds) {
    return pool.preparedQuery(HELD)
        .execute(Tuple.of(userId, productIds.toArray(UUID[]::new), offset(clock.instant())))
        .map(Entitlements::read);
  }

  /** What a user has of a creator's subscriptions; outside any unit of work. */
  Uni<List<Held>> subscriptions(UUID userId, UUID creatorId) {
    return pool.preparedQuery(SUBSCRIPTIONS)
        .execute(Tuple.of(userId, creatorId, offset(clock.instant())))
        .map(Entitlements::read);
  }

  /** Remembers the state, unless one that is as new or newer is known. */
  Uni<Void> put(Entitlement told, long version, boolean granted) {
    return Statements.update(
            UPSERT, told.userId(), told.productId(), version, granted, offset(told.until()))
        .replaceWithVoid();
  }

  private static List<Held> read(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(Entitlements::read).toList();
  }

  private static Held read(Row row) {
    return new Held(row.getUUID("product_id"), row.getLong("version"));
  }

  private static OffsetDateTime offset(Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
