package io.stallcast.streaming;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody must have to watch. */
public enum AccessPolicy {
  /** Nothing, not even an account. */
  FREE,
  /** One of the products, bought. */
  PURCHASE,
  /** One of the products, subscribed to. */
  SUBSCRIPTION;

  /** The name in JSON and in events. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
