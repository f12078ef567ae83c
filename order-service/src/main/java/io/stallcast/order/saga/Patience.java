package io.stallcast.order.saga;

import io.stallcast.platform.event.order.SagaStep;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long and how often is waited for an answer. */
final class Patience {
  private static final int MOST_DOUBLINGS = 16;

  private final SagaConfig config;
  private final DoubleSupplier chance;

  /**
   * @param chance 0 to 1, anew each time
   */
  Patience(SagaConfig config, DoubleSupplier chance) {
    this.config = config;
    this.chance = chance;
  }

  /**
   * For the answer to a step.
   *
   * @param tries how often it was asked for, from 1
   */
  Duration forStep(SagaStep step, int tries) {
    return doubled(first(step), tries);
  }

  /** For the answer to a compensation; as {@link #forStep}. */
  Duration forCompensation(int tries) {
    return doubled(config.compensationTimeout(), tries);
  }

  /** For the buyer to meet the bank's challenge. */
  Duration forChallenge() {
    return config.challengeTimeout();
  }

  /** Whether a step before the payment has been asked for often enough. */
  boolean isOverWith(SagaStep step, int tries) {
    return switch (step) {
      case RESERVE_INVENTORY -> tries >= config.reservationAttempts();
      case PROCESS_PAYMENT -> tries >= config.paymentAttempts();
      case GRANT_ACCESS, CONFIRM_ORDER -> false;
    };
  }

  /** Whether what must succeed has been asked for so long that an operator must know. */
  boolean isOverAfter(Duration asked) {
    return asked.compareTo(config.stuckAfter()) >= 0;
  }

  private Duration first(SagaStep step) {
    return switch (step) {
      case RESERVE_INVENTORY -> config.reservationTimeout();
      case PROCESS_PAYMENT -> config.paymentTimeout();
      case GRANT_ACCESS, CONFIRM_ORDER -> config.completionTimeout();
    };
  }

  private Duration doubled(Duration first, int tries) {
    var longest = Math.max(first.toMillis(), config.longestTimeout().toMillis());
    var exact = first.toMillis() * (1L << Math.min(tries - 1, MOST_DOUBLINGS));
    var shift = 1 + config.jitter() * (2 * chance.getAsDouble() - 1);
    return Duration.ofMillis((long) (Math.min(exact, longest) * shift));
  }
}
