package io.stallcast.order.cart;

import io.smallrye.mutiny.Uni;
import io.stallcast.order.OrderProblem;
import io.stallcast.order.Prices;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fills, shows and clears a cart. */
@ApplicationScoped
class FillingCart {
  private final UnitOfWork unitOfWork;
  private final CartItems carts;
  private final Prices prices;

  FillingCart(UnitOfWork unitOfWork, CartItems carts, Prices prices) {
    this.unitOfWork = unitOfWork;
    this.carts = carts;
    this.prices = prices;
  }

  Uni<CartView> show(UUID userId) {
    return unitOfWork.read(() -> carts.of(userId)).chain(this::price);
  }

  Uni<CartView> add(UUID userId, CartItem item) {
    return requireForSale(List.of(item))
        .chain(() ->
            unitOfWork.commit(() ->
                carts
                    .add(userId, item)
                    .chain(() -> carts.of(userId))
                    .invoke(FillingCart::requireRoom)))
        .chain(this::price);
  }

  Uni<CartView> replace(UUID userId, CartContent content) {
    var items = content.requireEachOnce().items();
    return requireForSale(items)
        .chain(() -> unitOfWork.commit(() -> carts.replace(userId, items)))
        .chain(() -> price(items));
  }

  Uni<Void> clear(UUID userId) {
    return unitOfWork.commit(() -> carts.clear(userId));
  }

  private Uni<CartView> price(List<CartItem> items) {
    return prices.of(ids(items)).map(offers -> CartView.of(items, offers));
  }

  private Uni<Void> requireForSale(List<CartItem> items) {
    return prices
        .of(ids(items))
        .invoke(offers -> items.forEach(item -> requireKnown(item, offers.keySet())))
        .replaceWithVoid();
  }

  private static void requireKnown(CartItem item, Set<UUID> known) {
    if (!known.contains(item.productId())) {
      throw new ProblemException(
          OrderProblem.UNKNOWN_PRODUCT, "Product " + item.productId() + " is not for sale.");
    }
  }

  /** Rolls back what is too much. */
  private static void requireRoom(List<CartItem> items) {
    if (items.size() > CartContent.MOST_ITEMS) {
      throw ProblemException.invalid(
          "productId", "does not fit: a cart holds " + CartContent.MOST_ITEMS + " products");
    }
  }

  private static Set<UUID> ids(List<CartItem> items) {
    return items.stream().map(CartItem::productId).collect(Collectors.toSet());
  }
}
