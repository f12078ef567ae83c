package io.stallcast.order;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Somebody who buys, by HTTP. */
public final class Buyer {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final UUID id = Identifiers.next();
  private final String token = TestTokens.of(id, Role.BUYER);

  public UUID id() {
    return id;
  }

  public String token() {
    return token;
  }

  public RequestSpecification call() {
    return given().auth().oauth2(token);
  }

  /** Orders one unit, and expects that to be accepted. */
  public UUID orders(UUID product) {
    return UUID.fromString(place(body(product, 1)).then().statusCode(202).extract().path("id"));
  }

  public Response place(String body) {
    return place(UUID.randomUUID().toString(), body);
  }

  public Response place(String key, String body) {
    return call()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/orders");
  }

  public static String body(UUID product, int quantity) {
    return """
    {"items":[{"productId":"%s","quantity":%d}],"payment":{"token":"tok_visa"}}
    """
        .formatted(product, quantity);
  }

  public ValidatableResponse get(UUID order, String rest) {
    return call().get("/api/v1/orders/" + order + rest).then();
  }

  public ValidatableResponse post(UUID order, String rest) {
    return call().contentType("application/json").post("/api/v1/orders/" + order + rest).then();
  }

  public JsonPath order(UUID order) {
    return get(order, "").statusCode(200).extract().jsonPath();
  }

  public JsonPath saga(UUID order) {
    return get(order, "/saga").statusCode(200).extract().jsonPath();
  }

  public List<String> steps(UUID order) {
    return saga(order).getList("steps.status");
  }

  public List<String> events(UUID order) {
    return get(order, "/events").statusCode(200).extract().jsonPath().getList("items.type");
  }

  public JsonPath awaitOrder(UUID order, String status) {
    return await()
        .atMost(PATIENCE)
        .until(() -> order(order), json -> json.getString("status").equals(status));
  }

  public JsonPath awaitSaga(UUID order, String state) {
    return await()
        .atMost(PATIENCE)
        .until(() -> saga(order), json -> json.getString("state").equals(state));
  }
}
