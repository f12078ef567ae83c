package io.stallcast.notification.push;

import java.time.Duration;
import java.util.Locale;

/**
 * What became of a push.
 *
 * @param pause how long the push service asks to wait; zero where it does not
 */
record Outcome(Result result, Duration pause) {
  static final Outcome SENT = new Outcome(Result.SENT, Duration.ZERO);
  static final Outcome ENDED = new Outcome(Result.ENDED, Duration.ZERO);
  static final Outcome REFUSED = new Outcome(Result.REFUSED, Duration.ZERO);

  /** The kinds of outcome. */
  enum Result {
    /** The push service took it. */
    SENT,
    /** The browser has ended its subscription. */
    ENDED,
    /** No other try can succeed. */
    REFUSED,
    /** Another try may succeed. */
    FAILED;

    /** Its name in metrics. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Outcome failed(Throwable failure) {
    var pause = failure instanceof BusyException busy ? busy.pause() : Duration.ZERO;
    return new Outcome(Result.FAILED, pause);
  }
}
