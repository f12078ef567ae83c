package io.stallcast.streaming;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a stream stands; it only ever moves forward. */
public enum StreamStatus {
  /** Announced: it can still be called off, and its time and its price can change. */
  SCHEDULED,
  /** On air. */
  LIVE,
  /** Over for good. */
  ENDED;

  /** The name in JSON and in events. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
