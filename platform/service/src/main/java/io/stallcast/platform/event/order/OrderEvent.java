package io.stallcast.platform.event.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.money.Money;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What happened to an order. These events are the order: its state is their fold. Subject the
 * order's id, sequence the order's version (the first event is 1).
 */
@OnTopic(value = Topic.ORDER_EVENTS, by = "order-service")
@RegisterForReflection
public sealed interface OrderEvent {

  /** The buyer placed the order; stock and money are still to be decided. */
  @RegisterForReflection
  @EventType("order.created")
  record OrderCreated(
      UUID orderId, UUID buyerId, List<OrderLine> lines, Money total, Instant placedAt)
      implements OrderEvent {}

  /** The units are held for this order. */
  @RegisterForReflection
  @EventType("order.inventory-reserved")
  record OrderInventoryReserved(UUID orderId) implements OrderEvent {}

  /** The money is taken: from here the order is completed, unless an operator has it undone. */
  @RegisterForReflection
  @EventType("order.paid")
  record OrderPaid(UUID orderId, UUID paymentId) implements OrderEvent {}

  /** The buyer may use what was bought. */
  @RegisterForReflection
  @EventType("order.access-granted")
  record OrderAccessGranted(UUID orderId) implements OrderEvent {}

  /** The buyer wishes to cancel; honoured at the next step before the money is taken. */
  @RegisterForReflection
  @EventType("order.cancel-requested")
  record OrderCancelRequested(UUID orderId) implements OrderEvent {}

  /**
   * Everything is done; repeats what was bought, so that readers need no other source.
   *
   * @param paymentId null where nothing had to be paid
   */
  @RegisterForReflection
  @EventType("order.confirmed")
  record OrderConfirmed(
      UUID orderId,
      UUID buyerId,
      List<OrderLine> lines,
      Money total,
      @Nullable UUID paymentId,
      Instant confirmedAt)
      implements OrderEvent {}

  /**
   * The order came to nothing, and nothing of it is left.
   *
   * @param code stable reason, such as {@code out_of_stock} or {@code declined}
   * @param detail a sentence for the buyer
   */
  @RegisterForReflection
  @EventType("order.cancelled")
  record OrderCancelled(
      UUID orderId,
      UUID buyerId,
      List<OrderLine> lines,
      Money total,
      String code,
      String detail,
      Instant cancelledAt)
      implements OrderEvent {}

  /** All the money went back to the buyer, and the access ended. */
  @RegisterForReflection
  @EventType("order.refunded")
  record OrderRefunded(UUID orderId, UUID buyerId, Money amount, Instant refundedAt)
      implements OrderEvent {}
}
