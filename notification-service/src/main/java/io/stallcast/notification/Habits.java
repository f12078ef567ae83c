package io.stallcast.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a person wants to be told.
 *
 * @param quiet when to be left alone; empty for never
 * @param digestAt the time of the day at which what was collected is told
 */
public record Habits(ZoneId zone, Optional<Quiet> quiet, LocalTime digestAt) {
  public static final Habits DEFAULTS =
      new Habits(ZoneId.of("UTC"), Optional.empty(), LocalTime.of(8, 0));

  /** Hours of every day, from the first until before the second; over midnight, too. */
  public record Quiet(LocalTime from, LocalTime to) {
    private boolean has(LocalTime time) {
      var afterFrom = !time.isBefore(from);
      var beforeTo = time.isBefore(to);
      return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
  }

  /** When the quiet hours end that it is now; empty where it is none of them. */
  public Optional<Instant> quietUntil(Instant now) {
    var here = now.atZone(zone);
    return quiet
        .filter(hours -> hours.has(here.toLocalTime()))
        .map(hours -> next(here, hours.to()));
  }

  /** When the next digest is due. */
  public Instant nextDigest(Instant now) {
    return next(now.atZone(zone), digestAt);
  }

  /** Later than {@code now}; in a gap of the local clock, right after it. */
  private static Instant next(ZonedDateTime now, LocalTime time) {
    var today = now.with(time);
    var next = today.isAfter(now) ? today : now.plusDays(1).with(time);
    return next.toInstant();
  }
}
