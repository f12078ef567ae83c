package io.stallcast.order.cart;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.order.Offer;
import io.stallcast.platform.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cart with prices as of now. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Cart")
record CartView(
    List<Line> items,
    @Schema(nullable = true, description = "Absent where it is empty, or has two currencies")
        Money total) {

  /** An item; what is not for sale any more has no price. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "CartLine")
  record Line(
      UUID productId,
      int quantity,
      boolean forSale,
      @Schema(nullable = true) String title,
      @Schema(nullable = true) Money unitPrice,
      @Schema(nullable = true) Money total) {

    static Line of(CartItem item, Offer offer) {
      return offer == null
          ? new Line(item.productId(), item.quantity(), false, null, null, null)
          : new Line(
              item.productId(),
              item.quantity(),
              true,
              offer.title(),
              offer.price(),
              offer.price().times(item.quantity()));
    }
  }

  static CartView of(List<CartItem> items, Map<UUID, Offer> offers) {
    var lines = items.stream().map(item -> Line.of(item, offers.get(item.productId()))).toList();
    return new CartView(lines, total(lines));
  }

  private static Money total(List<Line> lines) {
    var totals = lines.stream().map(Line::total).filter(Objects::nonNull).toList();
    return totals.stream().map(Money::currency).distinct().count() == 1
        ? totals.stream().reduce(Money::plus).orElseThrow()
        : null;
  }
}
