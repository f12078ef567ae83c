package io.stallcast.order;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What a buyer is told about an order. */
@RegisterForReflection
public enum OrderStatus {
  /** Placed; stock and money are being decided. */
  PENDING,
  /** Paid, and what was bought is the buyer's. */
  CONFIRMED,
  /** Came to nothing, and nothing of it is left. */
  CANCELLED,
  /** All the money went back. */
  REFUNDED;

  /** The name on the wire and in the database, in lower case. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that name. */
  public static OrderStatus of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
