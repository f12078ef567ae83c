package io.stallcast.order;

import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders as tests need them. */
public final class OrderFixtures {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  public static final UUID BUYER = Identifiers.next();

  private OrderFixtures() {}

  public static OrderLine line(int quantity, long price) {
    return new OrderLine(
        Identifiers.next(),
        3,
        Identifiers.next(),
        "A course",
        "course",
        quantity,
        new Money(price, "EUR"));
  }

  /** Two units at 19.99. */
  public static Order placedOrder() {
    return order(line(2, 1999));
  }

  public static Order freeOrder() {
    return order(line(1, 0));
  }

  public static Order paidOrder(UUID paymentId) {
    var order = placedOrder();
    order.markReserved();
    order.markPaid(paymentId);
    return order;
  }

  public static Order confirmedOrder(UUID paymentId) {
    var order = paidOrder(paymentId);
    order.markGranted();
    order.confirm(NOON.plusSeconds(2));
    return order;
  }

  private static Order order(OrderLine line) {
    return Order.place(Identifiers.next(), BUYER, List.of(line), NOON);
  }
}
