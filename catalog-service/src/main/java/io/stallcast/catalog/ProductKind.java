package io.stallcast.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a product is. */
public enum ProductKind {
  COURSE,
  SOFTWARE,
  ASSET,
  MUSIC,
  SUBSCRIPTION,
  TICKET,
  /** An appointment that is booked. */
  SESSION,
  /** Is sent to the buyer. */
  PHYSICAL;

  /** The name in JSON and in events. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
