package io.stallcast.platform.database;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The database's time, as it was read last, counted on by a clock that never jumps. So all pods of
 * a service have one time, and what one of them puts off is due when the database says so, however
 * wrong the clocks of their machines are. Safe for use by several threads.
 */
final class DatabaseClock extends Clock {
  private volatile Reading last;

  /** A clock that shows {@code time} at {@code nanos}, of {@link System#nanoTime}. */
  DatabaseClock(Instant time, long nanos) {
    last = new Reading(time, nanos);
  }

  private record Reading(Instant time, long nanos) {
    Instant at(long laterNanos) {
      return time.plusNanos(laterNanos - nanos);
    }
  }

  /**
   * Sets the clock right, if it cannot be right: the database said {@code time} at some moment
   * between its being asked and its answer, both of {@link System#nanoTime}.
   */
  void set(Instant time, long asked, long answered) {
    Instant shown = last.at(answered);
    Instant latest = time.plusNanos(answered - asked);
    if (shown.isBefore(time) || shown.isAfter(latest)) {
      last = new Reading(time, asked + (answered - asked) / 2);
    }
  }

  /** What it shows at a moment of {@link System#nanoTime}. */
  Instant at(long nanos) {
    return last.at(nanos);
  }

  @Override
  public Instant instant() {
    return at(System.nanoTime());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    InstantSource same = this::instant;
    return same.withZone(zone);
  }
}
