package io.stallcast.order.saga;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.stallcast.order.Buyer;
import io.stallcast.order.CatalogPeer;
import io.stallcast.order.Partners;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.event.order.OrderEvent.OrderConfirmed;
import io.stallcast.platform.event.order.PaymentCommand;
import io.stallcast.platform.event.order.SagaEvent;
import io.stallcast.platform.event.order.SagaReply.InventoryCommitted;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.event.order.SagaReply.PaymentChallenged;
import io.stallcast.platform.event.order.SagaReply.PaymentFailed;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.platform.testing.TopicProbe;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The purchase with a real database and broker; the test answers for the partners. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class PurchaseIT {
  private static final String SAGAS = "/api/v1/admin/sagas/";

  @Inject Pool pool;

  private final Buyer buyer = new Buyer();
  private final UUID product = CatalogPeer.sells(1999, "EUR");
  private UUID order;
  private Partners partners;

  @BeforeEach
  void placeAnOrder() {
    order = buyer.orders(product);
    partners = new Partners(order);
  }

  @Test
  void confirmsWhatIsReservedPaidAndGranted() {
    partners.fulfil();

    buyer.awaitOrder(order, "confirmed");
    assertThat(buyer.events(order))
        .containsExactly(
            "order.created",
            "order.inventory-reserved",
            "order.paid",
            "order.access-granted",
            "order.confirmed");
    assertThat(buyer.steps(order))
        .containsExactly("succeeded", "succeeded", "succeeded", "succeeded");
    buyer
        .get(order, "/saga")
        .body("state", equalTo("completed"))
        .body("steps[0].name", equalTo("reserve_inventory"))
        .body("steps[0].attempts", equalTo(1))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void tellsEverybodyWhatHappened() {
    partners.fulfil();

    var confirmed = TopicProbe.on(Topic.ORDER_EVENTS).await(OrderConfirmed.class, order);
    assertThat(confirmed.sequence()).isEqualTo(5);
    assertThat(confirmed.data().paymentId()).isEqualTo(partners.payment());
    assertThat(sequences(Topic.ORDER_EVENTS, OrderEvent.class)).containsExactly(1L, 2L, 3L, 4L, 5L);
    await()
        .untilAsserted(() ->
            assertThat(sequences(Topic.SAGA_EVENTS, SagaEvent.class))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
  }

  @Test
  void handsTheLicenceKeysToTheBuyer() {
    partners.reserve();
    partners.pay();
    partners.grant();

    partners.answer(
        new InventoryCommitted(
            partners.askedToCommit(), order, Map.of(product, List.of("AAAA-1111"))));

    buyer.awaitOrder(order, "confirmed");
    buyer.get(order, "").body("items[0].licenceKeys", equalTo(List.of("AAAA-1111")));
  }

  @Test
  void forgetsTheCardOnceItIsCharged() {
    partners.reserve();
    partners.pay();
    partners.askedToGrant();

    assertThat(paymentToken()).isNull();
  }

  // --- refusals

  @Test
  void cancelsWhatIsOutOfStock() {
    partners.answer(
        new InventoryRejected(partners.askedToReserve(), order, "out_of_stock", "Sold out."));

    buyer.awaitOrder(order, "cancelled");
    buyer
        .get(order, "")
        .body("failure.code", equalTo("out_of_stock"))
        .body("failure.detail", equalTo("Sold out."))
        .body("links.cancel", nullValue());
    assertThat(buyer.steps(order)).containsExactly("failed", "skipped", "skipped", "skipped");
  }

  @Test
  void releasesAndCancelsWhatIsDeclined() {
    partners.reserve();
    partners.answer(new PaymentFailed(partners.askedToPay(), order, "declined", "No."));
    partners.release();

    buyer.awaitOrder(order, "cancelled");
    assertThat(buyer.steps(order)).containsExactly("compensated", "failed", "skipped", "skipped");
    buyer
        .get(order, "/saga")
        .body("state", equalTo("failed"))
        .body("steps[1].error", equalTo("declined"));
  }

  // --- operators

  @Test
  void isOperatedByOperatorsOnly() {
    buyer.call().get("/api/v1/admin/sagas").then().statusCode(403);
    buyer.call().post(SAGAS + order + "/retry").then().statusCode(403);
    buyer.call().post(SAGAS + order + "/abort").then().statusCode(403);
    operator().post(SAGAS + Identifiers.next() + "/retry").then().statusCode(404);
    operator().post(SAGAS + Identifiers.next() + "/abort").then().statusCode(404);
    operator()
        .get("/api/v1/admin/sagas?limit=1")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1));
  }

  // --- repetition

  @Test
  void takesARedeliveredReplyOnce() {
    var reply = new InventoryReserved(partners.askedToReserve(), order);
    var id = Identifiers.next();
    TestEvents.send(Topic.SAGA_REPLIES, order, 0, reply, id);
    TestEvents.send(Topic.SAGA_REPLIES, order, 0, reply, id);
    TestEvents.send(Topic.SAGA_REPLIES, order, 0, reply);
    partners.pay();
    partners.grant();
    partners.commit();

    buyer.awaitOrder(order, "confirmed");
    assertThat(buyer.events(order)).hasSize(5);
    assertThat(TopicProbe.on(Topic.PAYMENT_COMMANDS).seen(PaymentCommand.class))
        .filteredOn(command -> command.subject().equals(order.toString()))
        .hasSize(1);
  }

  @Test
  void takesNoReplyOutOfItsTurn() {
    var asked = partners.askedToReserve();
    partners.reserve();
    partners.askedToPay();

    partners.answer(new InventoryRejected(asked, order, "out_of_stock", "Sold out."));
    partners.pay();
    partners.grant();
    partners.commit();

    buyer.awaitOrder(order, "confirmed");
  }

  @Test
  void buriesAReplyToNoSaga() {
    var nobody = Identifiers.next();

    TestEvents.send(
        Topic.SAGA_REPLIES, nobody, 0, new InventoryReserved(partners.askedToReserve(), nobody));

    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(
                    TopicProbe.onDeadLetters(Topic.SAGA_REPLIES, "order-service")
                        .awaitRecord(record -> record.key().equals(nobody.toString()))
                        .headers()
                        .lastHeader("dead-letter-reason"))
                .isNotNull());
  }

  // --- the challenge

  @Test
  void showsTheBuyerTheChallenge() {
    partners.reserve();
    var charge = partners.askedToPay();
    partners.answer(new PaymentChallenged(charge, order, "https://bank.example/challenge"));
    await()
        .untilAsserted(() ->
            assertThat(buyer.order(order).getString("links.challenge"))
                .isEqualTo("https://bank.example/challenge"));

    partners.answer(new PaymentProcessed(charge, order, partners.payment()));
    partners.grant();
    partners.commit();

    buyer.awaitOrder(order, "confirmed");
    buyer.get(order, "").body("links.challenge", nullValue());
  }

  // --- the wish to cancel

  @Test
  void cancelsWhileItReserves() {
    var asked = partners.askedToReserve();
    buyer.post(order, "/cancel").statusCode(202).body("status", equalTo("pending"));

    partners.answer(new InventoryReserved(asked, order));
    partners.release();

    buyer.awaitOrder(order, "cancelled");
    buyer.get(order, "").body("failure.code", equalTo("cancelled_by_buyer"));
    buyer.post(order, "/cancel").statusCode(202).body("status", equalTo("cancelled"));
  }

  @Test
  void hearsRivalWishesOnce() throws Exception {
    var asked = partners.askedToReserve();
    try (var threads = Executors.newFixedThreadPool(16)) {
      var wishes =
          Collections.nCopies(
              16, (Callable<Integer>) () -> buyer.post(order, "/cancel").extract().statusCode());
      for (var answer : threads.invokeAll(wishes)) {
        assertThat(answer.get()).isEqualTo(202);
      }
    }

    partners.answer(new InventoryReserved(asked, order));
    partners.release();

    buyer.awaitOrder(order, "cancelled");
    assertThat(buyer.events(order)).containsOnlyOnce("order.cancel-requested");
  }

  @Test
  void givesAChargeBackThatWasInFlightWhenItWasCancelled() {
    partners.reserve();
    var charge = partners.askedToPay();
    buyer.post(order, "/cancel").statusCode(202);

    partners.answer(new PaymentProcessed(charge, order, partners.payment()));
    partners.voidPayment();
    partners.release();

    buyer.awaitOrder(order, "cancelled");
    assertThat(buyer.steps(order))
        .containsExactly("compensated", "compensated", "skipped", "skipped");
    assertThat(buyer.events(order)).doesNotContain("order.paid");
  }

  @Test
  void cancelsAtOnceWhereTheBankWaitsForTheBuyer() {
    partners.reserve();
    partners.answer(new PaymentChallenged(partners.askedToPay(), order, "https://bank.example"));
    await()
        .untilAsserted(
            () -> assertThat(buyer.order(order).getString("links.challenge")).isNotNull());

    buyer.post(order, "/cancel").statusCode(202);
    partners.voidPayment();
    partners.release();

    buyer.awaitOrder(order, "cancelled");
  }

  @Test
  void doesNotCancelWhatIsPaid() {
    partners.reserve();
    partners.pay();
    partners.askedToGrant();

    buyer.post(order, "/cancel").statusCode(409).body("code", equalTo("order_confirmed"));
    partners.grant();
    partners.commit();
    buyer.awaitOrder(order, "confirmed");
    buyer.post(order, "/cancel").statusCode(409).body("code", equalTo("order_confirmed"));
  }

  @Test
  void isNobodyElsesBusiness() {
    var stranger = new Buyer();

    stranger.get(order, "/saga").statusCode(404).body("code", equalTo("not_found"));
    stranger.post(order, "/cancel").statusCode(404);
    assertThat(buyer.saga(order).getString("state")).isEqualTo("running");
  }

  @Test
  void countsHowPurchasesEnd() {
    partners.answer(new InventoryRejected(partners.askedToReserve(), order, "out_of_stock", "No."));
    buyer.awaitOrder(order, "cancelled");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(buyer.call().get("/q/metrics").asString())
                .contains("stallcast_orders_total", "reason=\"out_of_stock\"")
                .contains("stallcast_saga_duration_seconds_bucket")
                .contains("stallcast_saga_oldest_age_seconds", "stallcast_saga_stuck"));
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(TestTokens.of(Identifiers.next(), Role.ADMIN));
  }

  private <T> List<Long> sequences(Topic topic, Class<T> events) {
    return TopicProbe.on(topic).seen(events).stream()
        .filter(event -> event.subject().equals(order.toString()))
        .map(event -> event.sequence())
        .toList();
  }

  private String paymentToken() {
    return pool.preparedQuery("select payment_token from saga where order_id = $1")
        .execute(Tuple.of(order))
        .await()
        .atMost(Duration.ofSeconds(5))
        .iterator()
        .next()
        .getString(0);
  }
}
