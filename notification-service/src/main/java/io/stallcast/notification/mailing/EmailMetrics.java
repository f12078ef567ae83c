package io.stallcast.notification.mailing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code stallcast.emails}: tries to send by outcome. {@code stallcast.emails.age}: how long the
 * oldest e-mail waits to be sent.
 */
@ApplicationScoped
class EmailMetrics {
  private final AtomicLong ageMillis = new AtomicLong();
  private final Emails emails;
  private final UnitOfWork unitOfWork;
  private final MeterRegistry registry;
  private final Clock clock;

  EmailMetrics(Emails emails, UnitOfWork unitOfWork, MeterRegistry registry, Clock clock) {
    this.emails = emails;
    this.unitOfWork = unitOfWork;
    this.registry = registry;
    this.clock = clock;
    TimeGauge.builder("stallcast.emails.age", ageMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
        .description("Age of the oldest e-mail that waits to be sent")
        .register(registry);
  }

  void count(Outcome.Result result) {
    registry.counter("stallcast.emails", "outcome", result.label()).increment();
  }

  @Scheduled(every = "5s", delayed = "5s")
  Uni<Void> measure() {
    return unitOfWork
        .read(emails::oldestQueued)
        .invoke(oldest -> ageMillis.set(age(oldest).toMillis()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private Duration age(Optional<Instant> oldest) {
    return oldest
        .map(since -> Duration.between(since, clock.instant()))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }
}
