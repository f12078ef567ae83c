package io.stallcast.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** {@code stallcast.outbox.age}: how long the oldest message waits to be sent. */
@ApplicationScoped
class OutboxMetrics {
  private final AtomicLong ageMillis = new AtomicLong();
  private final OutboxTable table;

  OutboxMetrics(OutboxTable table, MeterRegistry registry) {
    this.table = table;
    TimeGauge.builder("stallcast.outbox.age", ageMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
        .description("Age of the oldest message that waits to be sent")
        .register(registry);
  }

  @Scheduled(every = "5s", delayed = "5s")
  Uni<Void> measure() {
    return table
        .oldest()
        .invoke(age -> ageMillis.set(age.toMillis()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
