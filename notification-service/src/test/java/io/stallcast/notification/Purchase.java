package io.stallcast.notification;

import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.event.order.OrderEvent.OrderCancelled;
import io.stallcast.platform.event.order.OrderEvent.OrderConfirmed;
import io.stallcast.platform.event.order.OrderEvent.OrderRefunded;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.payment.PaymentEvent.PaymentRefunded;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.testing.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order of two products of one creator, and the events that others publish of it. */
public record Purchase(UUID orderId, UUID buyerId, UUID creatorId) {
  private static final UUID PAYMENT = Identifiers.next();

  public static Purchase by(Person buyer) {
    return new Purchase(Identifiers.next(), buyer.id(), Identifiers.next());
  }

  public Purchase from(Person creator) {
    return new Purchase(orderId, buyerId, creator.id());
  }

  public UUID confirm() {
    return send(confirmed(), Identifiers.next());
  }

  public UUID confirm(UUID eventId) {
    return send(confirmed(), eventId);
  }

  public UUID fail(String code) {
    return send(
        new OrderCancelled(orderId, buyerId, lines(), total(), code, "Why.", Instant.now()),
        Identifiers.next());
  }

  public UUID refund() {
    return send(new OrderRefunded(orderId, buyerId, total(), Instant.now()), Identifiers.next());
  }

  /** What payment-service says of a refund. */
  public UUID payBack(Money amount, boolean full) {
    return TestEvents.send(
        Topic.PAYMENT_EVENTS,
        orderId,
        2,
        new PaymentRefunded(
            PAYMENT, Identifiers.next(), orderId, buyerId, amount, amount, full, Instant.now()));
  }

  public UUID send(OrderEvent event, UUID eventId) {
    return TestEvents.send(Topic.ORDER_EVENTS, orderId, 5, event, eventId);
  }

  private OrderConfirmed confirmed() {
    return new OrderConfirmed(orderId, buyerId, lines(), total(), PAYMENT, Instant.now());
  }

  private List<OrderLine> lines() {
    return List.of(line("Sketching <basics>", 1, 1999), line("Brush pack & papers", 2, 600_000));
  }

  private OrderLine line(String title, int quantity, long price) {
    return new OrderLine(
        Identifiers.next(), 1, creatorId, title, "course", quantity, new Money(price, "EUR"));
  }

  private static Money total() {
    return new Money(1_201_999, "EUR");
  }
}
