package io.stallcast.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a product stands; it only ever moves forward. */
public enum ProductStatus {
  /** Seen and edited by its creator only. */
  DRAFT,
  /** For sale. */
  PUBLISHED,
  /** Not sold any more; still there for those who bought it. */
  ARCHIVED;

  /** The name in JSON and in events. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
