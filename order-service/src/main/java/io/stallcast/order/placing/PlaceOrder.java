package io.stallcast.order.placing;

import io.stallcast.order.Offer;
import io.stallcast.order.OrderProblem;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a buyer wants to buy. */
@Schema(name = "PlaceOrder")
public record PlaceOrder(
    @NotEmpty @Size(max = PlaceOrder.MOST_ITEMS) List<@NotNull @Valid Item> items,
    @Valid @Schema(nullable = true, description = "Not needed where the total is zero")
        Payment payment,
    @Size(max = 40) @Schema(nullable = true) String coupon) {
  static final int MOST_ITEMS = 50;
  static final int MOST_UNITS = 100;

  /** So many units of a product; the same product may be named more than once. */
  @Schema(name = "PlaceOrderItem")
  public record Item(
      @NotNull UUID productId,
      @Schema(required = true) @Min(1) @Max(MOST_UNITS) int quantity,
      @Valid @Schema(nullable = true, description = "The price of a unit that the buyer has seen")
          Money expectedPrice) {}

  /** How it is paid. */
  @Schema(name = "PlaceOrderPayment")
  public record Payment(
      @Size(max = 200) @Schema(description = "The provider's token of the card") String token) {
    @Override
    public String toString() {
      return "Payment[token hidden]";
    }
  }

  Set<UUID> productIds() {
    return items.stream().map(Item::productId).collect(Collectors.toSet());
  }

  /**
   * What is ordered, a line for each product, at the prices offered.
   *
   * @throws ProblemException where it cannot be ordered so
   */
  List<OrderLine> lines(Map<UUID, Offer> offers) {
    requireNoCoupon();
    items.forEach(item -> requireOffer(item, offers));
    items.forEach(item -> requirePrice(item, offers));
    var lines =
        quantities().entrySet().stream()
            .map(e -> offers.get(e.getKey()).line(e.getValue()))
            .toList();
    requireOneCurrency(lines);
    return lines;
  }

  /**
   * The card's token, which is needed where there is something to pay; null where there is not.
   *
   * @throws ProblemException 400 where it is needed and absent
   */
  String token(Money total) {
    if (total.isZero()) {
      return null;
    }
    return Optional.ofNullable(payment)
        .map(Payment::token)
        .filter(token -> !token.isBlank())
        .orElseThrow(() -> ProblemException.invalid("payment.token", "must not be blank"));
  }

  private Map<UUID, Integer> quantities() {
    var quantities = new LinkedHashMap<UUID, Integer>();
    items.forEach(item -> quantities.merge(item.productId(), item.quantity(), Integer::sum));
    if (quantities.values().stream().anyMatch(quantity -> quantity > MOST_UNITS)) {
      throw ProblemException.invalid(
          "items", "must not ask for more than " + MOST_UNITS + " units of a product");
    }
    return quantities;
  }

  private void requireNoCoupon() {
    if (coupon != null && !coupon.isBlank()) {
      throw new ProblemException(OrderProblem.UNKNOWN_COUPON, "There is no coupon of that code.");
    }
  }

  private static void requireOffer(Item item, Map<UUID, Offer> offers) {
    if (!offers.containsKey(item.productId())) {
      throw new ProblemException(
          OrderProblem.UNKNOWN_PRODUCT, "Product " + item.productId() + " is not for sale.");
    }
  }

  private static void requirePrice(Item item, Map<UUID, Offer> offers) {
    var offer = offers.get(item.productId());
    if (item.expectedPrice() != null && !item.expectedPrice().equals(offer.price())) {
      throw new ProblemException(
          OrderProblem.PRICE_CHANGED,
          "%s costs %d %s (minor units) now."
              .formatted(offer.title(), offer.price().amount(), offer.price().currency()));
    }
  }

  private static void requireOneCurrency(List<OrderLine> lines) {
    if (lines.stream().map(line -> line.unitPrice().currency()).distinct().count() > 1) {
      throw new ProblemException(
          OrderProblem.MIXED_CURRENCIES, "Order what is sold in one currency at a time.");
    }
  }
}
