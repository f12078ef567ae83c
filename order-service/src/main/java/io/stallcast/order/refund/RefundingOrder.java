package io.stallcast.order.refund;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.Order;
import io.stallcast.order.OrderProblem;
import io.stallcast.order.OrderStatus;
import io.stallcast.order.OrderView;
import io.stallcast.order.Orders;
import io.stallcast.order.Purchases;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.PaymentCommand.RefundPayment;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.time.Instants;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Asks payment-service to give all the money of a confirmed order back, once for an order. */
@ApplicationScoped
class RefundingOrder {
  private static final String INSERT =
      """
      insert into refund (order_id, refund_id, requested_at) values (?1, ?2, ?3)
      on conflict do nothing
      """;

  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final Purchases purchases;
  private final Outbox outbox;
  private final Clock clock;

  RefundingOrder(
      UnitOfWork unitOfWork, Orders orders, Purchases purchases, Outbox outbox, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
    this.purchases = purchases;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A second wish changes nothing. */
  Uni<OrderView> refund(UUID orderId, UUID buyerId, String reason) {
    return unitOfWork.commit(() ->
        orders
            .findOwn(orderId, buyerId, Instants.DISTANT_FUTURE)
            .call(order -> ask(order, reason))
            .chain(this::view));
  }

  private Uni<Void> ask(Order order, String reason) {
    if (order.status() == OrderStatus.REFUNDED) {
      return Uni.createFrom().voidItem();
    }
    requireRefundable(order);
    var refundId = Identifiers.next();
    return insert(order.id(), refundId)
        .chain(first ->
            first ? outbox.append(command(order, refundId, reason)) : Uni.createFrom().voidItem());
  }

  private static void requireRefundable(Order order) {
    if (order.status() != OrderStatus.CONFIRMED) {
      throw new ProblemException(
          OrderProblem.ORDER_NOT_CONFIRMED, "The order is " + order.status().label() + ".");
    }
    if (order.total().isZero()) {
      throw new ProblemException(OrderProblem.NOTHING_TO_REFUND, "The order was free of charge.");
    }
  }

  private static OutboxMessage command(Order order, UUID refundId, String reason) {
    return OutboxMessage.of(
        Topic.PAYMENT_COMMANDS,
        order.id(),
        0,
        new RefundPayment(null, order.id(), refundId, null, reason));
  }

  private Uni<Boolean> insert(UUID orderId, UUID refundId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(INSERT)
                .setParameter(1, orderId)
                .setParameter(2, refundId)
                .setParameter(3, clock.instant())
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  private Uni<OrderView> view(Order order) {
    return purchases.details(order.id()).map(details -> OrderView.of(order, details));
  }
}
