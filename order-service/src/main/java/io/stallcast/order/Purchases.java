package io.stallcast.order;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What carries a placed order to its end. */
public interface Purchases {
  /**
   * Begins, in the unit of work under way, and stores the order with it.
   *
   * @param paymentToken the provider's token for the buyer's card; null where nothing is to be paid
   */
  Uni<Void> begin(Order order, String paymentToken);

  /** What the buyer needs to know of it besides the order itself. */
  Uni<PurchaseDetails> details(UUID orderId);
}
