package io.stallcast.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order as its buyer sees it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Order")
public record OrderView(
    UUID id,
    OrderStatus status,
    List<Item> items,
    Money total,
    Instant placedAt,
    @Schema(nullable = true, description = "Why it was cancelled") OrderFailure failure,
    Links links) {

  /** So many units of a product, at the price that was frozen for the order. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "OrderItem")
  public record Item(
      UUID productId,
      String title,
      String kind,
      UUID creatorId,
      int quantity,
      Money unitPrice,
      Money total,
      @Schema(nullable = true, description = "The keys handed over, where such are sold")
          List<String> licenceKeys) {

    static Item of(OrderLine line, List<String> licenceKeys) {
      return new Item(
          line.productId(),
          line.title(),
          line.kind(),
          line.creatorId(),
          line.quantity(),
          line.unitPrice(),
          line.total(),
          licenceKeys);
    }
  }

  /** Where to go on from here. What is not possible now is left out. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "OrderLinks")
  public record Links(
      String self,
      String saga,
      String events,
      @Schema(nullable = true, description = "Where the buyer meets the bank's challenge")
          String challenge,
      @Schema(nullable = true) String cancel,
      @Schema(nullable = true) String refund) {

    static Links of(Order order, String challenge) {
      var self = OrderView.path(order.id());
      return new Links(
          self,
          self + "/saga",
          self + "/events",
          challenge,
          order.isCancellable() ? self + "/cancel" : null,
          order.status() == OrderStatus.CONFIRMED ? self + "/refund" : null);
    }
  }

  /** The order as it stands. */
  public static OrderView of(Order order, PurchaseDetails details) {
    return new OrderView(
        order.id(),
        order.status(),
        order.lines().stream()
            .map(line -> Item.of(line, details.licenceKeys().get(line.productId())))
            .toList(),
        order.total(),
        order.placedAt(),
        order.failure().orElse(null),
        Links.of(order, details.challengeUrl()));
  }

  /** Where an order is read. */
  public static String path(UUID orderId) {
    return "/api/v1/orders/" + orderId;
  }
}
