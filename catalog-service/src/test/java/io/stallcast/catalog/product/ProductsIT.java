package io.stallcast.catalog.product;

import static io.restassured.RestAssured.given;
import static io.stallcast.catalog.Catalogue.as;
import static io.stallcast.catalog.Catalogue.asCreator;
import static io.stallcast.catalog.Catalogue.asService;
import static io.stallcast.catalog.Catalogue.counted;
import static io.stallcast.catalog.Catalogue.createDraft;
import static io.stallcast.catalog.Catalogue.createPublished;
import static io.stallcast.catalog.Catalogue.inventory;
import static io.stallcast.catalog.Catalogue.patch;
import static io.stallcast.catalog.Catalogue.patching;
import static io.stallcast.catalog.Catalogue.product;
import static io.stallcast.catalog.Catalogue.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent.ProductArchived;
import io.stallcast.platform.event.catalog.ProductEvent.ProductCreated;
import io.stallcast.platform.event.catalog.ProductEvent.ProductPublished;
import io.stallcast.platform.event.catalog.ProductEvent.ProductUpdated;
import io.stallcast.platform.event.catalog.StockEvent.StockChanged;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.platform.testing.TopicProbe;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ProductsIT {
  private static final String PRODUCTS = "/api/v1/products";
  private static final String PRODUCT = PRODUCTS + "/{id}";

  private final UUID creator = UUID.randomUUID();

  @Test
  void createsADraftAndTellsOfIt() {
    var body = product("Knots");
    body.put("category", "courses");
    body.put("tags", List.of("Rope", "sea"));
    body.put("stock", counted(7));

    var answer = asCreator(creator).body(body).post(PRODUCTS).then().statusCode(201);
    var id = answer.extract().<String>path("id");

    answer
        .header("Location", endsWith("/api/v1/products/" + id))
        .header("ETag", "\"1\"")
        .body("status", equalTo("draft"))
        .body("kind", equalTo("course"))
        .body("creatorId", equalTo(creator.toString()))
        .body("price.amount", equalTo(1999))
        .body("tags", contains("rope", "sea"))
        .body("stockPolicy", equalTo("counted"))
        .body("publishedAt", nullValue());
    var created = TopicProbe.on(Topic.PRODUCT_EVENTS).await(ProductCreated.class, id);
    assertThat(created.sequence()).isEqualTo(1);
    assertThat(created.data().product().price()).isEqualTo(new Money(1999, "EUR"));
    assertThat(created.data().product().tags()).containsExactly("rope", "sea");
    var stock = TopicProbe.on(Topic.STOCK_EVENTS).await(StockChanged.class, id);
    assertThat(stock.sequence()).isEqualTo(1);
    assertThat(stock.data().available()).isEqualTo(7);
  }

  @Test
  void showsADraftToItsCreatorAlone() {
    var id = createDraft(creator, product("Secret"));

    asCreator(creator).get(PRODUCT, id).then().statusCode(200).header("ETag", "\"1\"");
    given().get(PRODUCT, id).then().statusCode(404).body("code", equalTo("not_found"));
    asCreator(UUID.randomUUID()).get(PRODUCT, id).then().statusCode(404);
    given().get("/api/v1/inventory/{id}", id).then().statusCode(404);
    asCreator(creator).get("/api/v1/inventory/{id}", id).then().statusCode(200);
  }

  @Test
  void publishesADraftOnce() {
    var id = createDraft(creator, product("Public"));

    publish(creator, id)
        .statusCode(200)
        .body("status", equalTo("published"))
        .body("publishedAt", notNullValue())
        .header("ETag", "\"2\"");
    publish(creator, id).statusCode(409).body("code", equalTo("illegal_transition"));

    given().get(PRODUCT, id).then().statusCode(200).body("title", equalTo("Public"));
    var published = TopicProbe.on(Topic.PRODUCT_EVENTS).await(ProductPublished.class, id);
    assertThat(published.sequence()).isEqualTo(2);
    assertThat(published.data().product().status()).isEqualTo("published");
  }

  @Test
  void archivesWhatIsForSale() {
    var id = createDraft(creator, product("Old"));
    asCreator(creator).post(PRODUCT + "/archive", id).then().statusCode(409);

    publish(creator, id);
    asCreator(creator)
        .post(PRODUCT + "/archive", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("archived"));

    given().get(PRODUCT, id).then().statusCode(200).body("status", equalTo("archived"));
    patch(creator, id, 3, "{\"title\":\"New\"}")
        .statusCode(409)
        .body("code", equalTo("illegal_transition"));
    assertThat(TopicProbe.on(Topic.PRODUCT_EVENTS).await(ProductArchived.class, id).sequence())
        .isEqualTo(3);
  }

  @Test
  void changesWhatAMergePatchNames() {
    var body = product("Kots");
    body.put("category", "courses");
    body.put("tags", List.of("rope"));
    var id = createDraft(creator, body);

    patch(creator, id, 1, "{\"title\":\"Knots\",\"category\":null,\"price\":{\"amount\":100}}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("title", equalTo("Knots"))
        .body("category", nullValue())
        .body("price.amount", equalTo(100))
        .body("price.currency", equalTo("EUR"))
        .body("tags", contains("rope"));

    var updated = TopicProbe.on(Topic.PRODUCT_EVENTS).await(ProductUpdated.class, id);
    assertThat(updated.sequence()).isEqualTo(2);
    assertThat(updated.data().product().title()).isEqualTo("Knots");
  }

  @Test
  void leavesTheVersionWhereNothingChanges() {
    var id = createDraft(creator, product("Same"));

    patch(creator, id, 1, "{\"title\":\"Same\"}").statusCode(200).header("ETag", "\"1\"");
  }

  @Test
  void refusesALostUpdate() {
    var id = createDraft(creator, product("First"));
    patch(creator, id, 1, "{\"title\":\"Second\"}").statusCode(200);

    patch(creator, id, 1, "{\"title\":\"Third\"}")
        .statusCode(412)
        .body("code", equalTo("precondition_failed"));
    patching(asCreator(creator))
        .body("{\"title\":\"Third\"}")
        .patch(PRODUCT, id)
        .then()
        .statusCode(428)
        .body("code", equalTo("precondition_required"));
    asCreator(creator).get(PRODUCT, id).then().body("title", equalTo("Second"));
  }

  @Test
  void refusesAPatchThatMakesNoProduct() {
    var id = createDraft(creator, product("Fine"));

    patch(creator, id, 1, "{\"title\":null}")
        .statusCode(400)
        .body("code", equalTo("validation_failed"))
        .body("violations.field", hasItem("title"));
    patch(creator, id, 1, "{\"price\":{\"amount\":-1}}").statusCode(400);
    patch(creator, id, 1, "{\"kind\":\"music\"}")
        .statusCode(400)
        .body("code", equalTo("unknown_field"));
    patch(creator, id, 1, "{\"price\":\"cheap\"}").statusCode(400);
    patch(creator, id, 1, "[1]").statusCode(400);
    patch(creator, id, 1, "{").statusCode(400);
    patch(creator, id, 1, "{\"category\":\"nowhere\"}")
        .statusCode(422)
        .body("code", equalTo("unknown_category"));
    asCreator(creator)
        .header("If-Match", "\"1\"")
        .body("{}")
        .patch(PRODUCT, id)
        .then()
        .statusCode(415);
  }

  @Test
  void refusesWhatIsNoProduct() {
    var nothing = asCreator(creator).body(Map.of()).post(PRODUCTS).then();
    nothing
        .statusCode(400)
        .body("code", equalTo("validation_failed"))
        .body("violations.field", contains("kind", "price", "title"));

    refused("kind", "spaceship", "malformed_request");
    refused("surprise", 1, "unknown_field");
    refused("price", Map.of("amount", -1, "currency", "EUR"), "validation_failed");
    refused("tags", List.of(" "), "validation_failed");
    refused("stock", Map.of("policy", "counted"), "validation_failed");
    refused("stock", Map.of("policy", "unlimited", "quantity", 1), "validation_failed");
    refused("stock", Map.of("policy", "licence_keys"), "validation_failed");
    refused(
        "stock", Map.of("policy", "licence_keys", "keys", List.of("A", "A")), "validation_failed");
    asCreator(creator)
        .contentType(ContentType.XML)
        .body("<p/>")
        .post(PRODUCTS)
        .then()
        .statusCode(415);
    asCreator(creator).body("{").post(PRODUCTS).then().statusCode(400);
    var nowhere = product("Lost");
    nowhere.put("category", "nowhere");
    asCreator(creator).body(nowhere).post(PRODUCTS).then().statusCode(422);
  }

  private void refused(String field, Object value, String code) {
    var body = product("Wrong");
    body.put(field, value);
    asCreator(creator)
        .body(body)
        .post(PRODUCTS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  @Test
  void letsCreatorsAloneWrite() {
    var body = product("Mine");
    given().contentType(ContentType.JSON).body(body).post(PRODUCTS).then().statusCode(401);
    given()
        .auth()
        .oauth2(TestTokens.forged(creator, Role.CREATOR))
        .contentType(ContentType.JSON)
        .body(body)
        .post(PRODUCTS)
        .then()
        .statusCode(401);
    as(creator, Role.BUYER).body(body).post(PRODUCTS).then().statusCode(403);
    as(creator, Role.BUYER).delete(PRODUCT, UUID.randomUUID()).then().statusCode(403);
  }

  @Test
  void hidesOtherPeoplesProductsFromWriters() {
    var id = createPublished(creator, product("Theirs"));
    var thief = UUID.randomUUID();

    patch(thief, id, 2, "{\"title\":\"Mine\"}").statusCode(404);
    publish(thief, id).statusCode(404);
    asCreator(thief).post(PRODUCT + "/archive", id).then().statusCode(404);
    asCreator(thief).delete(PRODUCT, id).then().statusCode(404);
    asCreator(thief)
        .body(Map.of("quantity", 5))
        .post("/api/v1/inventory/{id}/restock", id)
        .then()
        .statusCode(404);
    asCreator(creator).get("/api/v1/products/none").then().statusCode(400);
  }

  @Test
  void deletesWhatNobodyBoughtAndLeavesATombstone() {
    var id = createDraft(creator, product("Mistake"));

    asCreator(creator).delete(PRODUCT, id).then().statusCode(204);

    asCreator(creator).get(PRODUCT, id).then().statusCode(404);
    asCreator(creator).delete(PRODUCT, id).then().statusCode(404);
    TopicProbe.on(Topic.PRODUCT_EVENTS)
        .awaitRecord(r -> r.key().equals(id.toString()) && r.value() == null);
  }

  @Test
  void archivesWhatIsBoughtInsteadOfDeletingIt() {
    var body = product("Bestseller");
    body.put("stock", counted(3));
    var id = createPublished(creator, body);
    var items = List.of(Map.of("productId", id, "quantity", 1));
    asService()
        .body(Map.of("orderId", UUID.randomUUID(), "items", items))
        .post("/api/v1/inventory/reserve")
        .then()
        .statusCode(200);

    asCreator(creator).delete(PRODUCT, id).then().statusCode(204);
    asCreator(creator).delete(PRODUCT, id).then().statusCode(204);

    given().get(PRODUCT, id).then().statusCode(200).body("status", equalTo("archived"));
    inventory(id).body("reserved", equalTo(1));
  }
}
