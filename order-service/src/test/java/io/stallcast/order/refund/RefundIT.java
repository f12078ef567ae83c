package io.stallcast.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.order.Buyer;
import io.stallcast.order.CatalogPeer;
import io.stallcast.order.Partners;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.OrderEvent.OrderRefunded;
import io.stallcast.platform.event.order.PaymentCommand.RefundPayment;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.payment.PaymentEvent.PaymentRefunded;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TopicProbe;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class RefundIT {
  private static final Money PRICE = new Money(1999, "EUR");

  private final Buyer buyer = new Buyer();
  private UUID order;
  private Partners partners;

  @BeforeEach
  void placeAnOrder() {
    order = buyer.orders(CatalogPeer.sells(1999, "EUR"));
    partners = new Partners(order);
  }

  @Test
  void asksForTheMoneyBackOnce() {
    partners.fulfil();
    buyer.awaitOrder(order, "confirmed");
    buyer.get(order, "").body("links.refund", equalTo("/api/v1/orders/" + order + "/refund"));

    buyer.post(order, "/refund").statusCode(202).body("status", equalTo("confirmed"));
    buyer.post(order, "/refund").statusCode(202);

    var command = TopicProbe.on(Topic.PAYMENT_COMMANDS).await(RefundPayment.class, order).data();
    assertThat(command.amount()).isNull();
    assertThat(command.reason()).isEqualTo("requested_by_buyer");
    TestEvents.send(
        Topic.PAYMENT_EVENTS, partners.payment(), 2, refunded(command.refundId(), true));
    buyer.awaitOrder(order, "refunded");
    var event = TopicProbe.on(Topic.ORDER_EVENTS).await(OrderRefunded.class, order);
    assertThat(event.data().amount()).isEqualTo(PRICE);
    buyer.post(order, "/refund").statusCode(202).body("status", equalTo("refunded"));
    buyer.post(order, "/cancel").statusCode(409).body("code", equalTo("order_refunded"));
    assertThat(TopicProbe.on(Topic.PAYMENT_COMMANDS).seen(RefundPayment.class))
        .filteredOn(sent -> sent.data().orderId().equals(order))
        .hasSize(1);
  }

  @Test
  void saysWhyInTheBuyersWords() {
    partners.fulfil();
    buyer.awaitOrder(order, "confirmed");

    buyer
        .call()
        .contentType("application/json")
        .body("{\"reason\":\"Too hard for me\"}")
        .post("/api/v1/orders/" + order + "/refund")
        .then()
        .statusCode(202);

    var command = TopicProbe.on(Topic.PAYMENT_COMMANDS).await(RefundPayment.class, order).data();
    assertThat(command.reason()).isEqualTo("Too hard for me");
  }

  @Test
  void staysConfirmedWhileSomeOfTheMoneyIsKept() {
    partners.fulfil();
    buyer.awaitOrder(order, "confirmed");

    TestEvents.send(
        Topic.PAYMENT_EVENTS, partners.payment(), 2, refunded(Identifiers.next(), false));
    TestEvents.send(
        Topic.PAYMENT_EVENTS, partners.payment(), 3, refunded(Identifiers.next(), true));

    buyer.awaitOrder(order, "refunded");
    assertThat(buyer.events(order)).filteredOn("order.refunded"::equals).hasSize(1);
  }

  @Test
  void refundsNothingThatIsNotConfirmed() {
    buyer.post(order, "/refund").statusCode(409).body("code", equalTo("order_not_confirmed"));
    partners.answer(new InventoryRejected(partners.askedToReserve(), order, "out_of_stock", "No."));
    buyer.awaitOrder(order, "cancelled");

    buyer.post(order, "/refund").statusCode(409).body("code", equalTo("order_not_confirmed"));
  }

  @Test
  void notesARefundThatOvertookTheConfirmation() {
    partners.reserve();
    partners.pay();
    partners.askedToGrant();

    TestEvents.send(
        Topic.PAYMENT_EVENTS, partners.payment(), 2, refunded(Identifiers.next(), true));
    partners.grant();
    partners.commit();

    buyer.awaitOrder(order, "refunded");
    assertThat(buyer.events(order)).contains("order.confirmed", "order.refunded");
  }

  private PaymentRefunded refunded(UUID refundId, boolean full) {
    return new PaymentRefunded(
        partners.payment(),
        refundId,
        order,
        buyer.id(),
        PRICE,
        PRICE,
        full,
        Instant.parse("2026-03-01T12:00:00Z"));
  }
}
