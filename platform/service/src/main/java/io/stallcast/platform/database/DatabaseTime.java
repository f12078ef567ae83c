package io.stallcast.platform.database;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/**
 * Gives every service with a database that database's time, wherever a {@link Clock} is injected.
 * It is asked for before the service begins to work, and again and again; while the database is
 * away the clock runs on.
 */
@Singleton
class DatabaseTime {
  private static final Logger LOG = Logger.getLogger(DatabaseTime.class);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DatabaseClock clock =
      new DatabaseClock(Clock.systemUTC().instant(), System.nanoTime());
  private final Pool pool;
  private final Vertx vertx;

  DatabaseTime(Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  @Produces
  @Singleton
  @DefaultBean
  @Priority(1)
  Clock clock() {
    return clock;
  }

  /** How far the machine's clock is ahead of the database's; negative where it is behind. */
  Duration machineAhead() {
    return Duration.between(clock.instant(), Clock.systemUTC().instant());
  }

  /** By a timer that no jump of the machine's clock can hold up. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
    ask().await().atMost(PATIENCE);
    vertx.setPeriodic(BETWEEN_QUESTIONS.toMillis(), timer -> ask().subscribe().with(asked -> {}));
  }

  private Uni<Void> ask() {
    long asked = System.nanoTime();
    return pool.query("select clock_timestamp() as now")
        .execute()
        .map(rows -> rows.iterator().next().getOffsetDateTime("now"))
        .invoke(now -> answered(now, asked))
        .onFailure()
        .invoke(away -> LOG.debugf("Database's time not read: %s", away.getMessage()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void answered(OffsetDateTime now, long asked) {
    clock.set(now.toInstant(), asked, System.nanoTime());
  }
}
