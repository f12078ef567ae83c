package io.stallcast.chat.history;

import io.quarkus.runtime.StartupEvent;
import io.stallcast.chat.ChatConfig;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Forgets what was told long ago: whoever comes back after that gets the newest page. */
@ApplicationScoped
class HistoryPurge {
  private static final Logger LOG = Logger.getLogger(HistoryPurge.class);
  private static final long PERIOD_MILLIS = Duration.ofMinutes(10).toMillis();

  private static final String FORGET =
      """
      with gone as (
        delete from told where told_at < $1 returning room_id, era, position
      ), last as (
        select distinct on (room_id) room_id, era, position from gone
        order by room_id, era desc, position desc
      )
      insert into forgotten (room_id, era, position) select room_id, era, position from last
      on conflict (room_id) do update set era = excluded.era, position = excluded.position
      where (forgotten.era, forgotten.position) < (excluded.era, excluded.position)
      """;

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;
  private final ChatConfig config;

  HistoryPurge(Pool pool, Vertx vertx, Clock clock, ChatConfig config) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
    this.config = config;
  }

  void begin(@Observes StartupEvent started) {
    vertx.setPeriodic(PERIOD_MILLIS, tick -> forget());
  }

  void forget() {
    var horizon = clock.instant().minus(config.toldFor()).atOffset(ZoneOffset.UTC);
    pool.preparedQuery(FORGET)
        .execute(Tuple.of(horizon))
        .subscribe()
        .with(done -> {}, failure -> LOG.warnf("Nothing forgotten: %s", failure));
  }
}
