package io.stallcast.platform.time;

import java.time.DateTimeException;
import java.time.Instant;

/** Instants that can be kept: Java knows a billion years, a database far fewer. */
public final class Instants {
  /** Later than all that happens: an end that is open, in columns that are compared and sorted. */
  public static final Instant DISTANT_FUTURE = Instant.parse("9999-12-31T00:00:00Z");

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Instants() {}

  /**
   * An instant of the years 1 to 9999.
   *
   * @param text ISO 8601, in UTC or with an offset; not null
   * @throws DateTimeException where it is none
   */
  public static Instant parse(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new DateTimeException("out of range: " + text);
    }
    return instant;
  }
}
