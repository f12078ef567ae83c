package io.stallcast.platform.testing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of the tests: the system's, until a test puts it forward. It stands in for the clock of
 * every service under test; who moves it sets it right again. Safe for use by several threads.
 */
@Singleton
public class MovingClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  /** Puts the time forward by this much more. */
  public synchronized void move(Duration by) {
    ahead = ahead.plus(by);
  }

  /** Back to the time of the system. */
  public void setRight() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    InstantSource moved = this::instant;
    return moved.withZone(zone);
  }
}
