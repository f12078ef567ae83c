package io.stallcast.platform.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Forgets the ids of events that no topic can deliver again, and dead letters that were settled as
 * long ago. Harmless in several pods at once.
 */
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
    return delete("delete from inbox where received_at < $1", before)
        .chain(() -> delete("delete from dead_letter where settled_at < $1", before));
  }

  private Uni<Void> delete(String statement, OffsetDateTime before) {
    return pool.preparedQuery(statement).execute(Tuple.of(before)).replaceWithVoid();
  }
}
