package io.stallcast.platform.entitlement;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.payment.AccessEvent;
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

/** What users may use, as far as this service was told. Safe for use by several threads. */
@ApplicationScoped
public class Entitlements {
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
      select user_id, product_id, version, until from entitlement
      where user_id = $1 and product_id = any($2) and granted and (until is null or until > $3)
      order by until desc nulls first
      """;

  private final Pool pool;
  private final Revocations revocations;
  private final Clock clock;

  Entitlements(Pool pool, Revocations revocations, Clock clock) {
    this.pool = pool;
    this.revocations = revocations;
    this.clock = clock;
  }

  /**
   * What a user may use of these products now, what lasts longest first; outside any unit of work.
   *
   * @return fails where the database cannot be asked
   */
  public Uni<List<Entitlement>> held(UUID userId, Collection<UUID> productIds) {
    return pool.preparedQuery(HELD)
        .execute(Tuple.of(userId, productIds.toArray(UUID[]::new), offset(clock.instant())))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(Entitlements::read)
                .filter(held -> !revocations.concern(held))
                .toList());
  }

  /** Remembers the state, unless one that is as new or newer is known. */
  Uni<Void> put(AccessEvent.Entitlement told, long version, boolean granted) {
    return Statements.update(
            UPSERT, told.userId(), told.productId(), version, granted, offset(told.until()))
        .replaceWithVoid();
  }

  private static Entitlement read(Row row) {
    return new Entitlement(
        row.getUUID("user_id"),
        row.getUUID("product_id"),
        row.getLong("version"),
        instant(row.getOffsetDateTime("until")));
  }

  private static OffsetDateTime offset(Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
