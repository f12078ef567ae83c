package io.stallcast.order.cart;

import io.stallcast.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** All that a cart is to hold. */
public record CartContent(
    @NotNull @Size(max = CartContent.MOST_ITEMS) List<@NotNull @Valid CartItem> items) {
  static final int MOST_ITEMS = 50;

  CartContent requireEachOnce() {
    if (items.stream().map(CartItem::productId).distinct().count() < items.size()) {
      throw ProblemException.invalid("items", "must not name a product twice");
    }
    return this;
  }
}
