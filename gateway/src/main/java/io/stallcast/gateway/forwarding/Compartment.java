package io.stallcast.gateway.forwarding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.stallcast.gateway.GatewayConfig.BreakerConfig;
import io.stallcast.gateway.Upstream;
import io.stallcast.platform.problem.ProblemException;
import io.vertx.core.Future;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps the trouble of one upstream to itself: a bulkhead, and within it a circuit breaker. Both
 * end with the head of the answer. The bulkhead stands outside, so that what it refuses does not
 * make the upstream look better than it is. Safe for use by several threads.
 */
final class Compartment {
  private static final Logger LOG = Logger.getLogger(Compartment.class);

  private final Upstream upstream;
  private final MeterRegistry meters;
  private final Bulkhead bulkhead;
  private final Guard breaker;
  private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

  Compartment(Upstream upstream, MeterRegistry meters) {
    this.upstream = upstream;
    this.meters = meters;
    this.bulkhead = new Bulkhead(upstream.config().concurrency());
    this.breaker = breaker(upstream.config().breaker());
    meters.gauge("gateway.circuit.state", tags(), this, Compartment::stateAsNumber);
    meters.gauge("gateway.waiting.requests", tags(), bulkhead, Bulkhead::taken);
  }

  /**
   * Makes an attempt, unless the upstream is known to be in trouble.
   *
   * @return what the attempt returned; fails with a {@link ProblemException} for the client, or
   *     {@link ClientGoneException}
   */
  <T> Future<T> attempt(Supplier<Future<T>> attempt) {
    Timer.Sample begun = Timer.start(meters);
    return admitted(attempt)
        .onSuccess(answer -> record(begun, "answered"))
        .onFailure(failure -> record(begun, Refusal.outcome(failure)))
        .recover(failure -> Future.failedFuture(Refusal.problem(failure, upstream)));
  }

  private <T> Future<T> admitted(Supplier<Future<T>> attempt) {
    return bulkhead.enter()
        ? guarded(attempt).onComplete(done -> bulkhead.leave())
        : Future.failedFuture(new Refusal.FullException());
  }

  private <T> Future<T> guarded(Supplier<Future<T>> attempt) {
    return Future.fromCompletionStage(
        breaker.get(
            () -> attempt.get().toCompletionStage(), new TypeLiteral<CompletionStage<T>>() {}));
  }

  private Guard breaker(BreakerConfig config) {
    return Guard.create()
        .withDescription("upstream " + upstream.name())
        .withCircuitBreaker()
        .requestVolumeThreshold(config.window())
        .failureRatio(config.failureRatio())
        .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
        .successThreshold(config.trials())
        .when(Refusal::isUpstreamsFault)
        .onStateChange(this::changed)
        .done()
        .build();
  }

  private void changed(CircuitBreakerState now) {
    state = now;
    LOG.warnf("Circuit to %s is %s", upstream.name(), now);
  }

  /** 0 closed, 1 half open, 2 open. */
  private double stateAsNumber() {
    return switch (state) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  private void record(Timer.Sample begun, String outcome) {
    begun.stop(meters.timer("gateway.upstream.requests", tags().and("outcome", outcome)));
  }

  private Tags tags() {
    return Tags.of("upstream", upstream.name());
  }
}
