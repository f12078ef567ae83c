package io.stallcast.catalog.reservation;

import static io.stallcast.catalog.Catalogue.as;
import static io.stallcast.catalog.Catalogue.asService;
import static io.stallcast.catalog.Catalogue.counted;
import static io.stallcast.catalog.Catalogue.inventory;
import static io.stallcast.catalog.Catalogue.onSale;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.stallcast.platform.event.order.SagaReply.InventoryCommitted;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.InventoryReleased;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.MovingClock;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ReservationsIT {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Inject MovingClock clock;

  private final UUID order = UUID.randomUUID();

  @AfterEach
  void setTheClockRight() {
    clock.setRight();
  }

  private static ValidatableResponse reserve(UUID order, UUID product, int quantity) {
    var items = List.of(Map.of("productId", product, "quantity", quantity));
    return asService()
        .body(Map.of("orderId", order, "items", items))
        .post("/api/v1/inventory/reserve")
        .then();
  }

  private static ValidatableResponse release(UUID order) {
    return asService().body(Map.of("orderId", order)).post("/api/v1/inventory/release").then();
  }

  @Test
  void holdsAndGivesBack() {
    var id = onSale(counted(5));

    var first = reserve(order, id, 2).statusCode(200).body("state", equalTo("held"));
    reserve(order, id, 2)
        .statusCode(200)
        .body("expiresAt", equalTo(first.extract().<String>path("expiresAt")));
    inventory(id).body("available", equalTo(3));

    release(order)
        .statusCode(200)
        .body("state", equalTo("released"))
        .body("expiresAt", nullValue());
    release(order).statusCode(200);
    inventory(id).body("available", equalTo(5));
  }

  @Test
  void holdsOnceForAnOrderThatIsAskedForByManyAtOnce() {
    var id = onSale(counted(5));

    IntStream.range(0, 8).parallel().forEach(i -> reserve(order, id, 2).statusCode(200));

    inventory(id).body("available", equalTo(3)).body("reserved", equalTo(2));
  }

  @Test
  void saysWhyUnitsAreNotHeld() {
    var id = onSale(counted(1));

    reserve(order, id, 2).statusCode(409).body("code", equalTo("out_of_stock"));
    reserve(order, id, 2).statusCode(409).body("code", equalTo("out_of_stock"));
    reserve(UUID.randomUUID(), UUID.randomUUID(), 1)
        .statusCode(409)
        .body("code", equalTo("product_unavailable"));
  }

  @Test
  void refusesForGoodWhatWasGivenUpBefore() {
    var id = onSale(counted(1));

    release(order).statusCode(200).body("state", equalTo("refused"));

    reserve(order, id, 1).statusCode(409).body("code", equalTo("product_unavailable"));
  }

  @Test
  void givesBackByItselfWhatIsForgotten() {
    var id = onSale(counted(5));
    clock.move(Duration.ofMinutes(-15));

    reserve(order, id, 2).statusCode(200).body("expiresAt", notNullValue());

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> inventory(id).body("available", equalTo(5)).body("reserved", equalTo(0)));
  }

  @Test
  void isNotReleasedByASagaButSoldOnItsCommand() {
    var id = onSale(counted(5));
    var saga = new Saga();
    reserve(saga.orderId(), id, 2).statusCode(200);

    saga.awaitReply(InventoryReleased.class, saga.release());
    inventory(id).body("reserved", equalTo(2));
    saga.awaitReply(InventoryRejected.class, saga.reserve(Saga.line(id, 2)));
    saga.awaitReply(InventoryCommitted.class, saga.commit());

    inventory(id).body("sold", equalTo(2)).body("reserved", equalTo(0));
  }

  @Test
  void takesValidRequestsOnly() {
    asService()
        .body(Map.of("items", List.of()))
        .post("/api/v1/inventory/reserve")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("orderId"))
        .body("violations.field", hasItem("items"));
    reserve(order, UUID.randomUUID(), 0).statusCode(400);
    asService().body(Map.of()).post("/api/v1/inventory/release").then().statusCode(400);
  }

  @Test
  void isForServicesOnly() {
    var body = Map.of("orderId", order);
    for (var path : List.of("/api/v1/inventory/reserve", "/api/v1/inventory/release")) {
      as(UUID.randomUUID(), Role.ADMIN, Role.CREATOR).body(body).post(path).then().statusCode(403);
      RestAssured.given()
          .contentType("application/json")
          .body(body)
          .post(path)
          .then()
          .statusCode(401);
    }
  }
}
