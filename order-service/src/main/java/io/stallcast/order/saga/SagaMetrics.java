package io.stallcast.order.saga;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.Supplier;

/** How purchases end and how long they take; which are under way, as the database has it. */
@ApplicationScoped
class SagaMetrics {
  private static final String OPEN =
      """
      select count(*) filter (where state = 'STUCK') as stuck,
             count(*) filter (where state <> 'STUCK') as running,
             min(started_at) filter (where state <> 'STUCK' and challenge_url is null) as oldest
      from saga where ended_at is null
      """;

  private final MeterRegistry registry;
  private final Pool pool;
  private final Clock clock;
  private volatile long stuck;
  private volatile long running;
  private volatile double oldestAge;

  SagaMetrics(MeterRegistry registry, Pool pool, Clock clock) {
    this.registry = registry;
    this.pool = pool;
    this.clock = clock;
    gauge("stallcast.saga.stuck", "Sagas that an operator must see to", () -> stuck);
    gauge("stallcast.saga.running", "Sagas under way", () -> running);
    gauge(
        "stallcast.saga.oldest.age.seconds",
        "Of the oldest saga under way, but for those that wait for a cardholder",
        () -> oldestAge);
  }

  void ended(Saga saga) {
    var confirmed = saga.state() == SagaState.COMPLETED;
    var outcome = confirmed ? "confirmed" : "cancelled";
    var reason = confirmed ? "none" : saga.failure().code();
    registry.counter("stallcast.orders", "outcome", outcome, "reason", reason).increment();
    Timer.builder("stallcast.saga.duration")
        .description("From the order until it is confirmed or cancelled")
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(10))
        .maximumExpectedValue(Duration.ofMinutes(20))
        .register(registry)
        .record(Duration.between(saga.startedAt(), saga.endedAt()));
  }

  @Scheduled(
      every = "10s",
      delayed = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return pool.query(OPEN)
        .execute()
        .invoke(rows -> note(rows.iterator().next()))
        .replaceWithVoid();
  }

  private void note(Row row) {
    stuck = row.getLong("stuck");
    running = row.getLong("running");
    oldestAge = age(row.getOffsetDateTime("oldest"));
  }

  private double age(OffsetDateTime oldest) {
    return oldest == null
        ? 0
        : Duration.between(oldest.toInstant(), clock.instant()).toMillis() / 1000.0;
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }
}
