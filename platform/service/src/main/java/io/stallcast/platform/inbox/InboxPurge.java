package io.stallcast.platform.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** Forgets the ids of events that no topic can deliver again. Harmless in several pods at once. */
@ApplicationScoped
class InboxPurge {
  private final Pool pool;
  private final InboxConfig config;
  private final Clock clock;

  InboxPurge(Pool pool, InboxConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "1m")
  Uni<Void> purge() {
    var before = clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC);
    return pool.preparedQuery("delete from inbox where received_at < $1")
        .execute(Tuple.of(before))
        .replaceWithVoid();
  }
}
