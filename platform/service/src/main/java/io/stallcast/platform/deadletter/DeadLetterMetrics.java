package io.stallcast.platform.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * What is kept back: counted as it happens, and as the database has it, by consumer. The gauges say
 * the same in every pod.
 */
@ApplicationScoped
class DeadLetterMetrics {
  private static final String KEPT =
      """
      select consumer, count(*) filter (where not parked) as open,
             count(*) filter (where parked) as parked
      from dead_letter where settled_at is null group by consumer
      """;

  private final MeterRegistry registry;
  private final MultiGauge open;
  private final MultiGauge parked;
  private final Replayer replayer;
  private final Pool pool;

  DeadLetterMetrics(MeterRegistry registry, Replayer replayer, Pool pool) {
    this.registry = registry;
    this.replayer = replayer;
    this.pool = pool;
    this.open = gauge("stallcast.deadletters.open", "Dead letters that an operator must see to");
    this.parked = gauge("stallcast.deadletters.parked", "Records that wait behind dead letters");
  }

  /** A record became a dead letter, or is kept behind one. */
  void kept(String consumer, boolean behind, boolean isNew) {
    if (isNew) {
      registry
          .counter("stallcast.deadletters", "consumer", consumer, "parked", "" + behind)
          .increment();
    }
  }

  @Scheduled(
      every = "10s",
      delayed = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return pool.query(KEPT)
        .execute()
        .invoke(rows -> {
          var opens = nothing();
          var parks = nothing();
          rows.forEach(row -> {
            opens.put(row.getString("consumer"), row.getLong("open"));
            parks.put(row.getString("consumer"), row.getLong("parked"));
          });
          show(open, opens);
          show(parked, parks);
        })
        .replaceWithVoid();
  }

  private Map<String, Long> nothing() {
    var counts = new HashMap<String, Long>();
    replayer.consumers().forEach(consumer -> counts.put(consumer, 0L));
    return counts;
  }

  private static void show(MultiGauge gauge, Map<String, Long> counts) {
    gauge.register(
        counts.entrySet().stream()
            .<Row<?>>map(e -> Row.of(Tags.of("consumer", e.getKey()), e.getValue()))
            .toList(),
        true);
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }
}
