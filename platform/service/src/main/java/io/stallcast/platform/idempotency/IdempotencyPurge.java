package io.stallcast.platform.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Forgets keys after a day. Harmless in several pods at once. */
@ApplicationScoped
class IdempotencyPurge {
  private static final Duration KEEP = Duration.ofHours(24);

  private final Pool pool;
  private final Clock clock;

  IdempotencyPurge(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "1m")
  Uni<Void> purge() {
    var before = clock.instant().minus(KEEP).atOffset(ZoneOffset.UTC);
    return pool.preparedQuery("delete from idempotency_key where created_at < $1")
        .execute(Tuple.of(before))
        .replaceWithVoid();
  }
}
