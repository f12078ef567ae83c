package io.stallcast.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.money.Money;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a notification is about: facts, stored as JSON and worded when they are read. A later
 * version may add fields; what it does not know it ignores.
 */
public sealed interface Occasion {

  /** The kind of notification that tells of it. */
  Kind kind();

  /** The page of the web UI to look at next, from the root. */
  String path();

  /** Some units of a product. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(String title, int quantity, Money price) {
    static List<Item> of(List<OrderLine> lines) {
      return lines.stream().map(l -> new Item(l.title(), l.quantity(), l.total())).toList();
    }
  }

  /** A new account was opened. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Welcome(String name) implements Occasion {
    @Override
    public Kind kind() {
      return Kind.WELCOME;
    }

    @Override
    public String path() {
      return "/";
    }
  }

  /** An order is complete. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record OrderConfirmed(UUID orderId, List<Item> items, Money total) implements Occasion {
    public static OrderConfirmed of(OrderEvent.OrderConfirmed event) {
      return new OrderConfirmed(event.orderId(), Item.of(event.lines()), event.total());
    }

    @Override
    public Kind kind() {
      return Kind.ORDER_CONFIRMED;
    }

    @Override
    public String path() {
      return "/orders/" + orderId;
    }
  }

  /** An order came to nothing, for the reason that {@code code} names. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record OrderFailed(UUID orderId, List<Item> items, String code) implements Occasion {
    public static OrderFailed of(OrderEvent.OrderCancelled event) {
      return new OrderFailed(event.orderId(), Item.of(event.lines()), event.code());
    }

    /** Whether the buyer wished it so. */
    @JsonIgnore
    public boolean isCancelled() {
      return code.equals("cancelled_by_buyer") || code.equals("payment_voided");
    }

    @Override
    public Kind kind() {
      return Kind.ORDER_FAILED;
    }

    @Override
    public String path() {
      return "/orders/" + orderId;
    }
  }

  /** Money went back; {@code full} where that was all of it, and the access ended. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Refund(UUID orderId, Money amount, boolean full) implements Occasion {
    @Override
    public Kind kind() {
      return Kind.REFUND;
    }

    @Override
    public String path() {
      return "/orders/" + orderId;
    }
  }

  /**
   * A creator whom the recipient follows went live.
   *
   * @param creatorName null where it was not known
   */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record CreatorLive(UUID streamId, UUID creatorId, String creatorName, String title)
      implements Occasion {
    @Override
    public Kind kind() {
      return Kind.CREATOR_LIVE;
    }

    @Override
    public String path() {
      return "/streams/" + streamId;
    }
  }

  /** A stream that the recipient wanted to be reminded of is about to begin. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record StreamReminder(UUID streamId, String title, Instant scheduledFor) implements Occasion {
    public static StreamReminder of(StreamEvent.StreamReminderDue event) {
      return new StreamReminder(event.streamId(), event.title(), event.scheduledFor());
    }

    @Override
    public Kind kind() {
      return Kind.STREAM_REMINDER;
    }

    @Override
    public String path() {
      return "/streams/" + streamId;
    }
  }

  /**
   * What was collected.
   *
   * @param entries the oldest first
   * @param more how many there are besides
   */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Digest(List<Entry> entries, int more) implements Occasion {
    private static final int MOST = 50;

    /** A notification, as it is stored. */
    @RegisterForReflection
    public record Entry(String kind, Map<String, Object> content) {
      /** Without the name of a person: this copy would outlive them. */
      public static Entry of(Kind kind, Map<String, Object> content) {
        var nameless = new HashMap<>(content);
        nameless.remove("creatorName");
        return new Entry(kind.name(), nameless);
      }

      /** What it is about. */
      public Occasion occasion() {
        return Kind.valueOf(kind).read(new JsonObject(content));
      }
    }

    /** Of all that was collected: so many of it as somebody reads. */
    public static Digest of(List<Entry> all) {
      var shown = all.subList(0, Math.min(MOST, all.size()));
      return new Digest(shown, all.size() - shown.size());
    }

    /** How many were collected. */
    public int count() {
      return entries.size() + more;
    }

    @Override
    public Kind kind() {
      return Kind.DIGEST;
    }

    @Override
    public String path() {
      return "/notifications";
    }
  }

  /** What of an order is one creator's. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Sale(UUID orderId, List<Item> items, Money total) implements Occasion {

    /** The creators of an order, each with what they sold. */
    public static Map<UUID, Sale> of(OrderEvent.OrderConfirmed event) {
      return event.lines().stream()
          .collect(
              Collectors.groupingBy(
                  OrderLine::creatorId,
                  TreeMap::new,
                  Collectors.collectingAndThen(
                      Collectors.toList(), lines -> of(event.orderId(), lines))));
    }

    private static Sale of(UUID orderId, List<OrderLine> lines) {
      var total = lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
      return new Sale(orderId, Item.of(lines), total);
    }

    @Override
    public Kind kind() {
      return Kind.SALE;
    }

    @Override
    public String path() {
      return "/studio/sales";
    }
  }
}
