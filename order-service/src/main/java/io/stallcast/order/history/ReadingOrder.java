package io.stallcast.order.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.order.OrderView;
import io.stallcast.order.Orders;
import io.stallcast.order.PurchaseDetails;
import io.stallcast.order.Purchases;
import io.stallcast.order.RecordedEvent;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.time.Instants;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Reads a buyer's own order from the event store. */
@ApplicationScoped
class ReadingOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final Purchases purchases;

  ReadingOrder(UnitOfWork unitOfWork, Orders orders, Purchases purchases) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
    this.purchases = purchases;
  }

  Uni<OrderView> now(UUID orderId, UUID buyerId) {
    return unitOfWork.read(() ->
        orders
            .findOwn(orderId, buyerId, Instants.DISTANT_FUTURE)
            .chain(
                order -> purchases.details(orderId).map(details -> OrderView.of(order, details))));
  }

  Uni<OrderView> at(UUID orderId, UUID buyerId, Instant at) {
    return unitOfWork.read(() ->
        orders
            .findOwn(orderId, buyerId, at)
            .map(order -> OrderView.of(order, PurchaseDetails.NONE)));
  }

  Uni<Page<RecordedEvent>> events(UUID orderId, UUID buyerId, Instant until) {
    return unitOfWork.read(
        () -> orders.history(orderId, buyerId, until).map(events -> new Page<>(events, null)));
  }
}
