package io.stallcast.streaming.access;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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
      select user_id, product_id, version, granted, until from entitlement
      where user_id = $1 and product_id = any($2) and granted and (until is null or until > $3)
      order by until desc nulls first
      """;

  private final Pool pool;
  private final Clock clock;

  Entitlements(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** What a user holds of these products, the longest first; outside any unit of work. */
  Uni<List<Entitlement>> held(UUID userId, Collection<UUID> productIds) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(HELD)
        .execute(Tuple.of(userId, productIds.toArray(UUID[]::new), now))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Entitlements::read).toList());
  }

  /** Remembers the state, unless one that is as new or newer is known. */
  Uni<Void> put(Entitlement told) {
    return Statements.update(
            UPSERT,
            told.userId(),
            told.productId(),
            told.version(),
            told.granted(),
            offset(told.until()))
        .replaceWithVoid();
  }

  private static Entitlement read(Row row) {
    return new Entitlement(
        row.getUUID("user_id"),
        row.getUUID("product_id"),
        row.getLong("version"),
        row.getBoolean("granted"),
        instant(row.getOffsetDateTime("until")));
  }

  private static OffsetDateTime offset(Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
