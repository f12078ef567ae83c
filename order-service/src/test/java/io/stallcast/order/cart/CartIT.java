package io.stallcast.order.cart;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.order.Buyer;
import io.stallcast.order.CatalogPeer;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent.ProductDeleted;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class CartIT {
  private final Buyer buyer = new Buyer();
  private final UUID course = CatalogPeer.sells(1999, "EUR");
  private final UUID asset = CatalogPeer.sells(500, "EUR");

  @Test
  void isEmptyAtFirst() {
    show().body("items", empty()).body("total", nullValue());
  }

  @Test
  void addsUpWhatIsPutIn() {
    add(course, 1).statusCode(200);
    add(asset, 2).statusCode(200);

    add(course, 2)
        .statusCode(200)
        .body("items.productId", contains(course.toString(), asset.toString()))
        .body("items.quantity", contains(3, 2))
        .body("items[0].unitPrice.amount", equalTo(1999))
        .body("total.amount", equalTo(3 * 1999 + 2 * 500));
  }

  @Test
  void holdsAtMostWhatIsSoldAtOnce() {
    add(course, 99).statusCode(200);

    add(course, 99).statusCode(200).body("items[0].quantity", equalTo(100));
  }

  @Test
  void holdsWhatItIsSaidToHold() {
    add(course, 1);

    replace(item(asset, 4)).statusCode(200).body("total.amount", equalTo(2000));

    show().body("items.productId", contains(asset.toString()));
  }

  @Test
  void isCleared() {
    add(course, 1);

    buyer.call().delete("/api/v1/cart").then().statusCode(204);

    show().body("items", empty());
  }

  @Test
  void hasNoTotalOfTwoCurrencies() {
    add(course, 1);

    add(CatalogPeer.sells(100, "USD"), 1).statusCode(200).body("total", nullValue());
  }

  @Test
  void saysWhatIsNotForSaleAnyMore() {
    add(course, 1);
    CatalogPeer.behave(
        course,
        exchange ->
            CatalogPeer.json(exchange, CatalogPeer.product(course, 1999, "EUR", "archived")));
    TestEvents.send(Topic.PRODUCT_EVENTS, course, 9, new ProductDeleted());

    await()
        .untilAsserted(() ->
            show()
                .body("items[0].forSale", equalTo(false))
                .body("items[0].unitPrice", nullValue()));
  }

  @Test
  void refusesWhatIsNotForSale() {
    add(Identifiers.next(), 1).statusCode(422).body("code", equalTo("unknown_product"));
    replace(item(Identifiers.next(), 1)).statusCode(422);
  }

  @Test
  void refusesWhatBreaksARule() {
    add(course, 0).statusCode(400).body("code", equalTo("validation_failed"));
    add(course, 101).statusCode(400);
    replace(item(course, 1) + "," + item(course, 2)).statusCode(400);
  }

  @Test
  void holdsFiftyProducts() {
    var items =
        Stream.generate(() -> item(CatalogPeer.sells(100, "EUR"), 1))
            .limit(50)
            .collect(Collectors.joining(","));
    replace(items).statusCode(200);

    add(course, 1).statusCode(400).body("code", equalTo("validation_failed"));

    show().body("items.size()", equalTo(50));
  }

  @Test
  void isNobodyElsesBusiness() {
    add(course, 1);

    new Buyer().call().get("/api/v1/cart").then().statusCode(200).body("items", empty());
    given().get("/api/v1/cart").then().statusCode(401);
  }

  private ValidatableResponse show() {
    return buyer.call().get("/api/v1/cart").then().statusCode(200);
  }

  private ValidatableResponse add(UUID product, int quantity) {
    return buyer
        .call()
        .contentType("application/json")
        .body(item(product, quantity))
        .post("/api/v1/cart/items")
        .then();
  }

  private ValidatableResponse replace(String items) {
    return buyer
        .call()
        .contentType("application/json")
        .body("{\"items\":[" + items + "]}")
        .put("/api/v1/cart")
        .then();
  }

  private static String item(UUID product, int quantity) {
    return "{\"productId\":\"%s\",\"quantity\":%d}".formatted(product, quantity);
  }
}
