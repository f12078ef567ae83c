package io.stallcast.notification.push;

import java.time.Duration;

/** A push service is there, but cannot take a message now: an outcome, without a stack trace. */
class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration pause;

  BusyException(int status, Duration pause) {
    super("the push service answered " + status, null, false, false);
    this.pause = pause;
  }

  /** How long it asks to wait; zero where it does not. */
  Duration pause() {
    return pause;
  }
}
