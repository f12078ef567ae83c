package io.stallcast.order;

import static io.stallcast.order.OrderFixtures.BUYER;
import static io.stallcast.order.OrderFixtures.NOON;
import static io.stallcast.order.OrderFixtures.confirmedOrder;
import static io.stallcast.order.OrderFixtures.freeOrder;
import static io.stallcast.order.OrderFixtures.line;
import static io.stallcast.order.OrderFixtures.paidOrder;
import static io.stallcast.order.OrderFixtures.placedOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stallcast.platform.event.order.OrderEvent.OrderAccessGranted;
import io.stallcast.platform.event.order.OrderEvent.OrderCancelRequested;
import io.stallcast.platform.event.order.OrderEvent.OrderCancelled;
import io.stallcast.platform.event.order.OrderEvent.OrderConfirmed;
import io.stallcast.platform.event.order.OrderEvent.OrderCreated;
import io.stallcast.platform.event.order.OrderEvent.OrderInventoryReserved;
import io.stallcast.platform.event.order.OrderEvent.OrderPaid;
import io.stallcast.platform.event.order.OrderEvent.OrderRefunded;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final OrderFailure OUT_OF_STOCK = new OrderFailure("out_of_stock", "Sold out.");

  @Test
  void addsUpItsLines() {
    var id = Identifiers.next();
    var lines = List.of(line(2, 1999), line(1, 500));

    var order = Order.place(id, BUYER, lines, NOON);

    assertThat(order.changes())
        .containsExactly(new OrderCreated(id, BUYER, lines, new Money(4498, "EUR"), NOON));
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(order.version()).isEqualTo(1);
  }

  @Test
  void recordsEachStepOfAPurchase() {
    var payment = Identifiers.next();

    var order = confirmedOrder(payment);

    assertThat(order.changes())
        .containsExactly(
            new OrderCreated(order.id(), BUYER, order.lines(), order.total(), NOON),
            new OrderInventoryReserved(order.id()),
            new OrderPaid(order.id(), payment),
            new OrderAccessGranted(order.id()),
            new OrderConfirmed(
                order.id(), BUYER, order.lines(), order.total(), payment, NOON.plusSeconds(2)));
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void isTheFoldOfItsEvents() {
    var original = placedOrder();
    original.markReserved();
    original.cancel(OUT_OF_STOCK, NOON);

    var replayed = Order.replay(original.changes());

    assertThat(replayed).usingRecursiveComparison().ignoringFields("changes").isEqualTo(original);
    assertThat(replayed.changes()).isEmpty();
    assertThat(replayed.failure()).contains(OUT_OF_STOCK);
  }

  @Test
  void wasWhatItsFirstEventsSay() {
    var history = confirmedOrder(Identifiers.next()).changes();

    assertThat(Order.replay(history.subList(0, 3)).status()).isEqualTo(OrderStatus.PENDING);
    assertThat(Order.replay(history).status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void countsFromTheVersionItWasLoadedAt() {
    var order = Order.replay(placedOrder().changes());
    order.markReserved();

    assertThat(order.storedVersion()).isEqualTo(1);
    assertThat(order.version()).isEqualTo(2);
    assertThat(order.takeChanges()).hasSize(1);
    assertThat(order.storedVersion()).isEqualTo(2);
  }

  @Test
  void cancelsWhatIsNotPaid() {
    var order = placedOrder();

    order.cancel(OUT_OF_STOCK, NOON);

    assertThat(order.changes())
        .last()
        .isEqualTo(
            new OrderCancelled(
                order.id(),
                BUYER,
                order.lines(),
                order.total(),
                "out_of_stock",
                "Sold out.",
                NOON));
  }

  @Test
  void doesNotCancelWhatIsPaid() {
    var order = paidOrder(Identifiers.next());

    assertThatIllegalStateException().isThrownBy(() -> order.cancel(OUT_OF_STOCK, NOON));
    assertThatIllegalStateException().isThrownBy(order::requestCancel);
    assertThat(order.isCancellable()).isFalse();
  }

  @Test
  void hearsAWishToCancelOnce() {
    var order = placedOrder();

    order.requestCancel();
    order.requestCancel();

    assertThat(order.changes()).filteredOn(OrderCancelRequested.class::isInstance).hasSize(1);
    assertThat(order.isCancellable()).isFalse();
  }

  @Test
  void needsNoPaymentWhereItIsFree() {
    var order = freeOrder();
    order.markReserved();
    order.markGranted();
    order.confirm(NOON);

    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void grantsNothingUnpaid() {
    var order = placedOrder();
    order.markReserved();

    assertThatIllegalStateException().isThrownBy(order::markGranted);
  }

  @Test
  void isPaidOnce() {
    var order = paidOrder(Identifiers.next());

    assertThatIllegalStateException().isThrownBy(() -> order.markPaid(Identifiers.next()));
  }

  @Test
  void refundsWhatIsConfirmed() {
    var order = confirmedOrder(Identifiers.next());

    order.refund(order.total(), NOON);

    assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
    assertThat(order.changes())
        .last()
        .isEqualTo(new OrderRefunded(order.id(), BUYER, order.total(), NOON));
  }

  @Test
  void refundsNothingElse() {
    var order = placedOrder();

    assertThatIllegalStateException().isThrownBy(() -> order.refund(order.total(), NOON));
  }
}
