package io.stallcast.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.identifier.Identifiers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People who use the service over HTTP, each from an address of their own. */
public final class People {
  public static final String PASSWORD = "a long sentence of mine";
  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  /** Somebody with an account. */
  public record Person(UUID id, String email, String address) {}

  private People() {}

  public static String newEmail() {
    return "ada." + Identifiers.next() + "@example.org";
  }

  /** An address that nobody has used before, in the block for documentation. */
  public static String newAddress() {
    int number = ADDRESSES.incrementAndGet();
    return "203.0." + number / 250 + "." + number % 250;
  }

  public static Person register() {
    String email = newEmail();
    String id = register(email).then().statusCode(201).extract().path("id");
    return new Person(UUID.fromString(id), email, newAddress());
  }

  public static Response register(String email) {
    return json(Map.of("email", email, "password", PASSWORD, "displayName", "Ada"))
        .post("/api/v1/auth/register");
  }

  public static Response login(String email, String password, String address) {
    return json(Map.of("email", email, "password", password))
        .header("X-Forwarded-For", address)
        .post("/api/v1/auth/login");
  }

  public static JsonPath signIn(Person person) {
    return login(person.email(), PASSWORD, person.address())
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public static Response refresh(String refreshToken) {
    return json(Map.of("refreshToken", refreshToken)).post("/api/v1/auth/refresh");
  }

  public static Response logout(String refreshToken) {
    return json(Map.of("refreshToken", refreshToken)).post("/api/v1/auth/logout");
  }

  public static RequestSpecification as(JsonPath tokens) {
    return given().auth().oauth2(tokens.getString("accessToken"));
  }

  public static RequestSpecification json(Object body) {
    return given().contentType(ContentType.JSON).body(body);
  }
}
