package io.stallcast.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How units of a product are counted. */
public enum StockPolicy {
  /** Never runs out. */
  UNLIMITED,
  COUNTED,
  /** As many units as keys; each buyer of a unit gets one. */
  LICENCE_KEYS;

  /** The name in JSON and in events. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
