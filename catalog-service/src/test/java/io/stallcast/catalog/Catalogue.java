package io.stallcast.catalog;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The catalogue as its clients use it. */
public final class Catalogue {
  public static final Map<String, Object> PRICE = price(1999);
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private Catalogue() {}

  public static Map<String, Object> price(long amount) {
    return Map.of("amount", amount, "currency", "EUR");
  }

  /** A valid product; further fields may be put into it. */
  public static Map<String, Object> product(String title) {
    var product = new HashMap<String, Object>();
    product.put("title", title);
    product.put("description", "All about " + title);
    product.put("kind", "course");
    product.put("price", PRICE);
    return product;
  }

  public static Map<String, Object> counted(long quantity) {
    return Map.of("policy", "counted", "quantity", quantity);
  }

  public static Map<String, Object> licenceKeys(String... keys) {
    return Map.of("policy", "licence_keys", "keys", List.of(keys));
  }

  public static RequestSpecification as(UUID user, String... roles) {
    return given().auth().oauth2(TestTokens.of(user, roles)).contentType(ContentType.JSON);
  }

  public static RequestSpecification asCreator(UUID creator) {
    return as(creator, Role.BUYER, Role.CREATOR);
  }

  public static RequestSpecification asService() {
    return as(UUID.randomUUID(), Role.SERVICE);
  }

  public static UUID createDraft(UUID creator, Map<String, Object> product) {
    return UUID.fromString(
        asCreator(creator)
            .body(product)
            .post("/api/v1/products")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  public static UUID createPublished(UUID creator, Map<String, Object> product) {
    var id = createDraft(creator, product);
    publish(creator, id).statusCode(200);
    return id;
  }

  /** A published product of somebody, with that stock. */
  public static UUID onSale(Map<String, Object> stock) {
    var product = product("Something with stock");
    product.put("stock", stock);
    return createPublished(UUID.randomUUID(), product);
  }

  public static ValidatableResponse publish(UUID creator, UUID id) {
    return asCreator(creator).post("/api/v1/products/{id}/publish", id).then();
  }

  public static ValidatableResponse patch(UUID creator, UUID id, long version, String patch) {
    return patching(asCreator(creator))
        .header("If-Match", "\"" + version + "\"")
        .body(patch)
        .patch("/api/v1/products/{id}", id)
        .then();
  }

  public static RequestSpecification patching(RequestSpecification request) {
    return request
        .config(
            RestAssured.config()
                .encoderConfig(encoderConfig().encodeContentTypeAs(MERGE_PATCH, ContentType.TEXT)))
        .contentType(MERGE_PATCH);
  }

  public static ValidatableResponse inventory(UUID product) {
    return given().get("/api/v1/inventory/{id}", product).then().statusCode(200);
  }
}
