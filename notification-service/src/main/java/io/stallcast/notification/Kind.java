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
  SALE(Occasion.Sale.class),
  /** A creator whom someone follows went live. */
  CREATOR_LIVE(Occasion.CreatorLive.class, Channels.IN_APP),
  /** A stream that someone wanted to be reminded of is about to begin. */
  STREAM_REMINDER(Occasion.StreamReminder.class),
  /** What was collected instead of being mailed one by one. */
  DIGEST(Occasion.Digest.class);

  private final Class<? extends Occasion> occasion;
  private final Channels defaults;

  Kind(Class<? extends Occasion> occasion) {
    this(occasion, Channels.IN_APP_AND_EMAIL);
  }

  Kind(Class<? extends Occasion> occasion, Channels defaults) {
    this.occasion = occasion;
    this.defaults = defaults;
  }

  /** Its name for clients, such as {@code order_confirmed}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that people choose the channels of by that name; empty where there is none. */
  public static Optional<Kind> of(String code) {
    return Arrays.stream(values())
        .filter(Kind::isChosen)
        .filter(kind -> kind.code().equals(code))
        .findFirst();
  }

  /** Whether people choose the channels of it. */
  public boolean isChosen() {
    return this != DIGEST;
  }

  /** Whether someone waits for it: then it does not wait for quiet hours to end. */
  public boolean isAwaited() {
    return switch (this) {
      case WELCOME, ORDER_CONFIRMED, ORDER_FAILED, STREAM_REMINDER, DIGEST -> true;
      case REFUND, SALE, CREATOR_LIVE -> false;
    };
  }

  /** Whether it is no news any more an hour later. */
  public boolean isOfTheMoment() {
    return this == CREATOR_LIVE || this == STREAM_REMINDER;
  }

  /** Through which channels someone is told who has not chosen. */
  public Channels defaults() {
    return defaults;
  }

  /** What a notification of this kind is about, as it is stored. */
  public Occasion read(JsonObject content) {
    return content.mapTo(occasion);
  }
}
