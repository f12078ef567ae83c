package io.stallcast.order.saga;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the saga waits for whom. */
@ConfigMapping(prefix = "stallcast.order.saga")
interface SagaConfig {
  /** Patience for the first answer to a reservation; doubled with each further asking. */
  @WithDefault("10s")
  Duration reservationTimeout();

  /** How often a reservation is asked for before the order is given up. */
  @WithDefault("5")
  int reservationAttempts();

  /**
   * Patience for the first answer about the payment. Longer than the 60 s within which
   * payment-service decides by itself.
   */
  @WithDefault("90s")
  Duration paymentTimeout();

  /** How often the payment is asked for before it is voided and the order given up. */
  @WithDefault("3")
  int paymentAttempts();

  /** How long the buyer has for the bank's challenge; longer than payment-service allows. */
  @WithDefault("16m")
  Duration challengeTimeout();

  /** Patience for the first answer of a step after the payment. */
  @WithDefault("10s")
  Duration completionTimeout();

  /** Patience for the first answer to a compensation. */
  @WithDefault("10s")
  Duration compensationTimeout();

  /**
   * Longest patience for one answer, however often it was asked for; a step's own may be longer.
   */
  @WithDefault("2m")
  Duration longestTimeout();

  /** Part of the patience that is left to chance, so that what failed together returns apart. */
  @WithDefault("0.2")
  double jitter();

  /** How long a step that must succeed is asked for before an operator must know. */
  @WithDefault("15m")
  Duration stuckAfter();

  /** How often the sagas that somebody watches are looked at. */
  @WithDefault("250ms")
  Duration watchInterval();
}
