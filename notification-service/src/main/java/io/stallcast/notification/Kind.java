package io.stallcast.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kinds of notification there are: what a person can switch on and off. */
@Schema(name = "NotificationKind")
public enum Kind {
  /** A new account was opened. */
  WELCOME(Occasion.Welcome.class),
  /** An order is complete; what was bought belongs to the buyer. */
  ORDER_CONFIRMED(Occasion.OrderConfirmed.class),
  /** An order came to nothing. */
  ORDER_FAILED(Occasion.OrderFailed.class),
  /** Money went back, all of it or a part. */
  REFUND(Occasion.Refund.class),
  /** Someone bought from a creator. */
  SALE(Occasion.Sale.class);

  private final Class<? extends Occasion> occasion;

  Kind(Class<? extends Occasion> occasion) {
    this.occasion = occasion;
  }

  /** Its name for clients, such as {@code order_confirmed}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name; empty where there is none. */
  public static Optional<Kind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** What a notification of this kind is about, as it is stored. */
  public Occasion read(JsonObject content) {
    return content.mapTo(occasion);
  }
}
