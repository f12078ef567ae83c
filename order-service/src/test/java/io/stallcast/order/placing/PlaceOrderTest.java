package io.stallcast.order.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stallcast.order.Offer;
import io.stallcast.order.OrderProblem;
import io.stallcast.order.placing.PlaceOrder.Item;
import io.stallcast.order.placing.PlaceOrder.Payment;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.ProblemType;
import io.stallcast.platform.problem.StandardProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private static final UUID COURSE = Identifiers.next();
  private static final UUID TICKET = Identifiers.next();
  private static final Map<UUID, Offer> OFFERS =
      Map.of(COURSE, offer(COURSE, 1999, "EUR"), TICKET, offer(TICKET, 500, "USD"));

  @Test
  void takesThePriceThatIsOffered() {
    var lines = order(new Item(COURSE, 2, null)).lines(OFFERS);

    assertThat(lines).containsExactly(OFFERS.get(COURSE).line(2));
    assertThat(lines.getFirst().unitPrice()).isEqualTo(new Money(1999, "EUR"));
  }

  @Test
  void makesOneLineOfAProductNamedTwice() {
    var lines = order(new Item(COURSE, 2, null), new Item(COURSE, 3, null)).lines(OFFERS);

    assertThat(lines).containsExactly(OFFERS.get(COURSE).line(5));
  }

  @Test
  void boundsTheUnitsOfAProductNamedTwice() {
    var order = order(new Item(COURSE, 60, null), new Item(COURSE, 60, null));

    assertProblem(StandardProblem.VALIDATION_FAILED, () -> order.lines(OFFERS));
  }

  @Test
  void agreesToThePriceThatTheBuyerExpects() {
    var lines = order(new Item(COURSE, 1, new Money(1999, "EUR"))).lines(OFFERS);

    assertThat(lines).hasSize(1);
  }

  @Test
  void refusesAnotherPriceThanTheBuyerExpects() {
    var order = order(new Item(COURSE, 1, new Money(1500, "EUR")));

    assertProblem(OrderProblem.PRICE_CHANGED, () -> order.lines(OFFERS));
  }

  @Test
  void refusesWhatIsNotForSale() {
    var order = order(new Item(Identifiers.next(), 1, null));

    assertProblem(OrderProblem.UNKNOWN_PRODUCT, () -> order.lines(OFFERS));
  }

  @Test
  void refusesTwoCurrencies() {
    var order = order(new Item(COURSE, 1, null), new Item(TICKET, 1, null));

    assertProblem(OrderProblem.MIXED_CURRENCIES, () -> order.lines(OFFERS));
  }

  @Test
  void refusesACouponThatIsNotThere() {
    var order =
        new PlaceOrder(List.of(new Item(COURSE, 1, null)), new Payment("tok_visa"), "SPRING");

    assertProblem(OrderProblem.UNKNOWN_COUPON, () -> order.lines(OFFERS));
  }

  @Test
  void needsACardWhereThereIsSomethingToPay() {
    var item = List.of(new Item(COURSE, 1, null));
    var price = new Money(1999, "EUR");

    assertThat(new PlaceOrder(item, new Payment("tok_visa"), null).token(price))
        .isEqualTo("tok_visa");
    assertProblem(
        StandardProblem.VALIDATION_FAILED, () -> new PlaceOrder(item, null, null).token(price));
    assertProblem(
        StandardProblem.VALIDATION_FAILED,
        () -> new PlaceOrder(item, new Payment(" "), null).token(price));
  }

  @Test
  void forgetsTheCardWhereThereIsNothingToPay() {
    assertThat(order(new Item(COURSE, 1, null)).token(Money.zero("EUR"))).isNull();
  }

  @Test
  void doesNotTellTheCardToLogs() {
    assertThat(order(new Item(COURSE, 1, null)).toString()).doesNotContain("tok_visa");
  }

  private static PlaceOrder order(Item... items) {
    return new PlaceOrder(List.of(items), new Payment("tok_visa"), null);
  }

  private static Offer offer(UUID id, long price, String currency) {
    return new Offer(id, 3, Identifiers.next(), "A course", "course", new Money(price, currency));
  }

  private static void assertProblem(ProblemType type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }
}
