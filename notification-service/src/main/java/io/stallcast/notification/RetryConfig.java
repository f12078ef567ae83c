package io.stallcast.notification;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How often something that leaves the process is tried, and how long is paused between. */
public interface RetryConfig {

  /** Under way at a time, for each process. */
  @WithDefault("8")
  @Min(1)
  int concurrency();

  /** How many wait in memory for their turn; more are left to a later job. */
  @WithDefault("10000")
  @Min(1)
  int waiting();

  /** After how long one whose fate is unknown is tried again. */
  @WithDefault("2m")
  Duration lease();

  /** Tries in vain after which one is given up: with the pauses below, within a day. */
  @WithDefault("12")
  @Min(1)
  int tries();

  /** The pause after the first try in vain. */
  @WithDefault("5s")
  Duration firstPause();

  /** By how much each pause is longer than the one before. */
  @WithDefault("3")
  @DecimalMin("1")
  double growth();

  /** The longest pause. */
  @WithDefault("6h")
  Duration longestPause();

  /**
   * The pause after so many tries in vain: exponential, bounded, and shortened by up to a fifth, so
   * that what failed together does not come back together.
   *
   * @param tries at least 1
   * @param random 0 to 1
   */
  default Duration pauseAfter(int tries, double random) {
    var grown = (double) firstPause().toMillis() * Math.pow(growth(), tries - 1);
    var bounded = Math.min(grown, (double) longestPause().toMillis());
    return Duration.ofMillis(Math.round(bounded * (1 - random / 5)));
  }
}
