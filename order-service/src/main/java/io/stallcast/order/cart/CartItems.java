package io.stallcast.order.cart;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The carts' rows; in the unit of work under way. */
@ApplicationScoped
class CartItems {
  private static final String ADD =
      """
      insert into cart_item (user_id, product_id, quantity, added_at)
      values (?1, ?2, ?3, ?4)
      on conflict (user_id, product_id) do update
      set quantity = least(cart_item.quantity + excluded.quantity, 100)
      """;

  private final Clock clock;

  CartItems(Clock clock) {
    this.clock = clock;
  }

  /** In the order of their adding. */
  Uni<List<CartItem>> of(UUID userId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    select product_id, quantity from cart_item
                    where user_id = ?1 order by added_at, product_id
                    """,
                    Object[].class)
                .setParameter(1, userId)
                .getResultList())
        .map(rows -> rows.stream().map(row -> new CartItem((UUID) row[0], (int) row[1])).toList());
  }

  /** More units of a product, up to the most that are sold at once. */
  Uni<Void> add(UUID userId, CartItem item) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(ADD)
                .setParameter(1, userId)
                .setParameter(2, item.productId())
                .setParameter(3, item.quantity())
                .setParameter(4, clock.instant())
                .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Void> replace(UUID userId, List<CartItem> items) {
    return clear(userId)
        .onItem()
        .transformToMulti(cleared -> Multi.createFrom().iterable(items))
        .onItem()
        .transformToUniAndConcatenate(item -> add(userId, item))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  Uni<Void> clear(UUID userId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery("delete from cart_item where user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate())
        .replaceWithVoid();
  }
}
