package io.stallcast.order.placing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.stallcast.order.Buyer;
import io.stallcast.order.CatalogPeer;
import io.stallcast.order.Partners;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent.ProductDeleted;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.event.order.InventoryCommand.ReserveInventory;
import io.stallcast.platform.event.order.OrderEvent.OrderCreated;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TopicProbe;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class PlacingIT {
  @Inject CircuitBreakerMaintenance circuits;

  private final Buyer buyer = new Buyer();
  private final UUID product = CatalogPeer.sells(1999, "EUR");

  @AfterEach
  void closeTheCircuit() {
    circuits.resetAll();
  }

  @Test
  void answersAtOnceAndBegins() {
    var answer = buyer.place(Buyer.body(product, 2));

    var id = UUID.fromString(answer.path("id"));
    answer
        .then()
        .statusCode(202)
        .header("Location", "/api/v1/orders/" + id)
        .body("status", equalTo("pending"))
        .body("items[0].quantity", equalTo(2))
        .body("items[0].unitPrice.amount", equalTo(1999))
        .body("total.amount", equalTo(3998))
        .body("total.currency", equalTo("EUR"))
        .body("placedAt", notNullValue())
        .body("links.self", equalTo("/api/v1/orders/" + id))
        .body("links.saga", equalTo("/api/v1/orders/" + id + "/saga"))
        .body("links.cancel", equalTo("/api/v1/orders/" + id + "/cancel"));
    var command = TopicProbe.on(Topic.INVENTORY_COMMANDS).await(ReserveInventory.class, id).data();
    assertThat(command.buyerId()).isEqualTo(buyer.id());
    assertThat(command.lines().getFirst().productVersion()).isEqualTo(3);
  }

  @Test
  void makesOneLineOfAProductNamedTwice() {
    place(
            """
            {"items":[{"productId":"%s","quantity":1},{"productId":"%s","quantity":2}],
             "payment":{"token":"tok_visa"}}
            """
                .formatted(product, product))
        .statusCode(202)
        .body("items.size()", equalTo(1))
        .body("items[0].quantity", equalTo(3));
  }

  @Test
  void buysWhatIsFreeWithoutACard() {
    var free = CatalogPeer.sells(0, "EUR");
    var id =
        UUID.fromString(
            place("{\"items\":[{\"productId\":\"" + free + "\",\"quantity\":1}]}")
                .statusCode(202)
                .extract()
                .path("id"));
    var partners = new Partners(id);

    partners.reserve();
    TopicProbe.on(Topic.ACCESS_COMMANDS).await(GrantAccess.class, id);
    partners.grant();
    partners.commit();

    buyer.awaitOrder(id, "confirmed");
    assertThat(buyer.steps(id)).containsExactly("succeeded", "skipped", "succeeded", "succeeded");
    buyer.post(id, "/refund").statusCode(409).body("code", equalTo("nothing_to_refund"));
  }

  // --- refusals

  @Test
  void refusesWhatIsNotForSale() {
    refused(Buyer.body(Identifiers.next(), 1), 422, "unknown_product");
  }

  @Test
  void refusesADraft() {
    var draft = Identifiers.next();
    CatalogPeer.behave(
        draft,
        exchange -> CatalogPeer.json(exchange, CatalogPeer.product(draft, 100, "EUR", "draft")));

    refused(Buyer.body(draft, 1), 422, "unknown_product");
  }

  @Test
  void refusesTwoCurrencies() {
    var other = CatalogPeer.sells(500, "USD");

    refused(
        """
        {"items":[{"productId":"%s","quantity":1},{"productId":"%s","quantity":1}],
         "payment":{"token":"tok_visa"}}
        """
            .formatted(product, other),
        422,
        "mixed_currencies");
  }

  @Test
  void refusesAnotherPriceThanTheBuyerHasSeen() {
    refused(
        """
        {"items":[{"productId":"%s","quantity":1,
                   "expectedPrice":{"amount":1000,"currency":"EUR"}}],
         "payment":{"token":"tok_visa"}}
        """
            .formatted(product),
        409,
        "price_changed");
  }

  @Test
  void refusesACouponThatIsNotThere() {
    refused(
        """
        {"items":[{"productId":"%s","quantity":1}],"payment":{"token":"tok_visa"},
         "coupon":"SPRING"}
        """
            .formatted(product),
        422,
        "unknown_coupon");
  }

  @Test
  void needsACardWhereThereIsSomethingToPay() {
    refused(
            "{\"items\":[{\"productId\":\"" + product + "\",\"quantity\":1}]}",
            400,
            "validation_failed")
        .body("violations.field", hasItem("payment.token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"items\":[]}",
        "{\"items\":[null]}",
        "{\"items\":[{\"quantity\":1}]}",
        "{\"items\":[{\"productId\":\"01920000-0000-7000-8000-000000000000\",\"quantity\":0}]}",
        "{\"items\":[{\"productId\":\"01920000-0000-7000-8000-000000000000\",\"quantity\":101}]}"
      })
  void refusesWhatBreaksARule(String body) {
    refused(body, 400, "validation_failed");
  }

  @Test
  void refusesMoreItemsThanFit() {
    var item = "{\"productId\":\"" + product + "\",\"quantity\":1}";
    var items = String.join(",", Collections.nCopies(51, item));

    refused("{\"items\":[" + items + "]}", 400, "validation_failed");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    refused("{\"items\":[],\"gift\":true}", 400, "unknown_field");
  }

  @Test
  void refusesStrangers() {
    given()
        .contentType("application/json")
        .header("Idempotency-Key", "k")
        .body(Buyer.body(product, 1))
        .post("/api/v1/orders")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
  }

  // --- the key

  @Test
  void needsAKey() {
    buyer
        .call()
        .contentType("application/json")
        .body(Buyer.body(product, 1))
        .post("/api/v1/orders")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency_key_required"));
  }

  @Test
  void answersARepetitionAsTheFirst() {
    var first = buyer.place("key-1", Buyer.body(product, 1));

    var second = buyer.place("key-1", Buyer.body(product, 1));

    second
        .then()
        .statusCode(202)
        .header("Idempotency-Replayed", "true")
        .header("Location", first.header("Location"));
    assertThat(second.asString()).isEqualTo(first.asString());
  }

  @Test
  void answersARepetitionEvenWhenThePriceCannotBeRead() {
    var once = CatalogPeer.sells(100, "EUR");
    buyer.place("key-2", Buyer.body(once, 1)).then().statusCode(202);
    TestEvents.send(Topic.PRODUCT_EVENTS, once, 9, new ProductDeleted());
    CatalogPeer.behave(once, CatalogPeer::fail);
    await().untilAsserted(() -> buyer.place(Buyer.body(once, 1)).then().statusCode(503));

    buyer
        .place("key-2", Buyer.body(once, 1))
        .then()
        .statusCode(202)
        .header("Idempotency-Replayed", "true");
  }

  @Test
  void refusesTheKeyForAnotherOrder() {
    buyer.place("key-3", Buyer.body(product, 1)).then().statusCode(202);

    buyer
        .place("key-3", Buyer.body(product, 2))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency_key_reused"));
  }

  @Test
  void keepsARefusalNot() {
    var later = Identifiers.next();
    buyer.place("key-4", Buyer.body(later, 1)).then().statusCode(422);
    CatalogPeer.behave(
        later,
        exchange ->
            CatalogPeer.json(exchange, CatalogPeer.product(later, 100, "EUR", "published")));

    buyer.place("key-4", Buyer.body(later, 1)).then().statusCode(202);
  }

  @Test
  void placesOneOrderForFiftyRivals() throws Exception {
    List<Response> answers = inParallel(50, () -> buyer.place("key-5", Buyer.body(product, 1)));

    assertThat(answers).extracting(Response::statusCode).containsOnly(202);
    var ids = answers.stream().map(answer -> answer.<String>path("id")).distinct().toList();
    assertThat(ids).hasSize(1);
    assertThat(answers).filteredOn(a -> a.header("Idempotency-Replayed") == null).hasSize(1);
    TopicProbe.on(Topic.ORDER_EVENTS).await(OrderCreated.class, ids.getFirst());
    assertThat(TopicProbe.on(Topic.ORDER_EVENTS).seen(OrderCreated.class))
        .filteredOn(event -> event.data().buyerId().equals(buyer.id()))
        .hasSize(1);
  }

  private ValidatableResponse place(String body) {
    return buyer.place(body).then();
  }

  private ValidatableResponse refused(String body, int status, String code) {
    return place(body).statusCode(status).body("code", equalTo(code));
  }

  private static <T> List<T> inParallel(int times, Callable<T> call)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(times)) {
      var calls = IntStream.range(0, times).mapToObj(i -> call).toList();
      var results = new ArrayList<T>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
