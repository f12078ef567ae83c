package io.stallcast.catalog.inventory;

import static io.restassured.RestAssured.given;
import static io.stallcast.catalog.Catalogue.as;
import static io.stallcast.catalog.Catalogue.asCreator;
import static io.stallcast.catalog.Catalogue.counted;
import static io.stallcast.catalog.Catalogue.createPublished;
import static io.stallcast.catalog.Catalogue.inventory;
import static io.stallcast.catalog.Catalogue.licenceKeys;
import static io.stallcast.catalog.Catalogue.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.StockEvent.StockChanged;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class InventoryIT {
  @Inject Pool pool;

  private final UUID creator = UUID.randomUUID();

  private UUID withStock(Map<String, Object> stock) {
    var body = product("Stocked");
    body.put("stock", stock);
    return createPublished(creator, body);
  }

  private ValidatableResponse restock(UUID product, Map<String, Object> body) {
    return asCreator(creator).body(body).post("/api/v1/inventory/{id}/restock", product).then();
  }

  @Test
  void tellsWhatIsLeft() {
    var id = withStock(counted(20));

    inventory(id)
        .body("productId", equalTo(id.toString()))
        .body("policy", equalTo("counted"))
        .body("available", equalTo(20))
        .body("reserved", equalTo(0))
        .body("sold", equalTo(0));
    given().get("/api/v1/inventory/{id}", UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void saysNothingIsCountedWhereThereIsNoLimit() {
    var id = createPublished(creator, product("Endless"));

    inventory(id).body("policy", equalTo("unlimited")).body("available", nullValue());
    restock(id, Map.of("quantity", 1)).statusCode(409).body("code", equalTo("stock_unlimited"));
  }

  @Test
  void takesUnitsInAndOut() {
    var id = withStock(counted(2));

    restock(id, Map.of("quantity", 5)).statusCode(200).body("available", equalTo(7));
    restock(id, Map.of("quantity", -6)).statusCode(200).body("available", equalTo(1));
    restock(id, Map.of("quantity", -2)).statusCode(409).body("code", equalTo("out_of_stock"));

    inventory(id).body("available", equalTo(1));
    var changed =
        TopicProbe.on(Topic.STOCK_EVENTS)
            .await(StockChanged.class, e -> e.subject().equals(id.toString()) && e.sequence() == 3);
    assertThat(changed.data().available()).isEqualTo(1);
  }

  @Test
  void takesNewLicenceKeysAndShowsNone() {
    var id = withStock(licenceKeys("ABC-1", "ABC-2"));

    var answer = restock(id, Map.of("keys", List.of("ABC-3"))).statusCode(200);
    answer.body("available", equalTo(3)).body("policy", equalTo("licence_keys"));
    restock(id, Map.of("keys", List.of("ABC-4", "ABC-1")))
        .statusCode(409)
        .body("code", equalTo("licence_key_exists"));

    inventory(id).body("available", equalTo(3));
    assertThat(answer.extract().asString()).doesNotContain("ABC");
    assertThat(asCreator(creator).get("/api/v1/products/{id}", id).asString())
        .doesNotContain("ABC");
  }

  @Test
  void refusesWhatDoesNotFitThePolicy() {
    var counted = withStock(counted(1));
    var keys = withStock(licenceKeys("K"));

    restock(counted, Map.of("keys", List.of("A"))).statusCode(400);
    restock(keys, Map.of("quantity", 1)).statusCode(400);
    restock(counted, Map.of()).statusCode(400).body("code", equalTo("validation_failed"));
    restock(keys, Map.of("keys", List.of("A", "A"))).statusCode(400);
    restock(keys, Map.of("keys", List.of())).statusCode(400);
  }

  @Test
  void isFilledUpByCreatorsAlone() {
    var id = withStock(counted(1));
    var body = Map.of("quantity", 1);

    given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/inventory/{id}/restock", id)
        .then()
        .statusCode(401);
    as(creator, Role.BUYER)
        .body(body)
        .post("/api/v1/inventory/{id}/restock", id)
        .then()
        .statusCode(403);
  }

  @Test
  void keepsALedgerThatNobodyCanRewrite() {
    var id = withStock(counted(2));
    restock(id, Map.of("quantity", 5));

    var sum =
        pool.preparedQuery(
                "select sum(available_change)::bigint as sum from stock_movement"
                    + " where product_id = $1")
            .executeAndAwait(Tuple.of(id));

    assertThat(sum.iterator().next().getLong("sum")).isEqualTo(7);
    assertThatThrownBy(
            () -> pool.query("update stock_movement set sold_change = 1").executeAndAwait())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() ->
            pool.preparedQuery("update stock set available = -1 where product_id = $1")
                .executeAndAwait(Tuple.of(id)))
        .hasMessageContaining("stock_never_oversold");
  }
}
