package io.stallcast.testprovider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ProviderSettings.class)
class TestProviderIT {
  private final String key = UUID.randomUUID().toString();

  @Test
  void chargesAGoodCard() {
    charge("tok_visa")
        .statusCode(201)
        .body("status", equalTo("succeeded"))
        .body("amount", equalTo(1999))
        .body("currency", equalTo("EUR"))
        .body("metadata.order_id", equalTo("o-1"));
  }

  @Test
  void refusesABadCard() {
    charge("tok_declined")
        .body("status", equalTo("failed"))
        .body("failure_code", equalTo("declined"));
  }

  @Test
  void refusesAnEmptyCard() {
    charge("tok_insufficient_funds").body("failure_code", equalTo("insufficient_funds"));
  }

  @Test
  void breaksOnTheErrorCardAndChargesNothing() {
    charge("tok_error").statusCode(500).body("error.code", equalTo("internal_error"));
    byKey().body("items", hasSize(0));
  }

  @Test
  void chargesTheSlowCardOnceHoweverOftenItIsAsked() throws Exception {
    try (var callers = Executors.newFixedThreadPool(8)) {
      var ids =
          callers
              .invokeAll(
                  IntStream.range(0, 8)
                      .<java.util.concurrent.Callable<String>>mapToObj(
                          i -> () -> charge("tok_slow").statusCode(201).extract().path("id"))
                      .toList())
              .stream()
              .map(java.util.concurrent.Future::resultNow)
              .collect(Collectors.toSet());
      assertThat(ids).hasSize(1);
    }
    byKey().body("items", hasSize(1)).body("items[0].status", equalTo("succeeded"));
  }

  @Test
  void neverAnswersTheTimeoutCardAndChargesNothing() {
    assertThatThrownBy(() -> post(impatient(), "tok_timeout"))
        .isInstanceOf(SocketTimeoutException.class);
    byKey().body("items", hasSize(0));
  }

  @Test
  void chargesTheLostCardWithoutAnAnswer() {
    assertThatThrownBy(() -> post(impatient(), "tok_lost"))
        .isInstanceOf(NoHttpResponseException.class);
    byKey().body("items[0].status", equalTo("succeeded"));
  }

  @Test
  void answersAKeyAlwaysTheSame() {
    var first = charge("tok_visa").extract().asString();
    assertThat(charge("tok_visa").extract().asString()).isEqualTo(first);
  }

  @Test
  void refusesAKeyForAnotherCharge() {
    charge("tok_visa").statusCode(201);
    charge("tok_declined").statusCode(422).body("error.code", equalTo("idempotency_key_reused"));
  }

  @Test
  void refusesAnUnknownCardANonsenseAmountAndAMissingKey() {
    charge("tok_nonsense").statusCode(422).body("error.code", equalTo("unknown_token"));
    authorised()
        .header("Idempotency-Key", key)
        .body(Map.of("amount", 0, "currency", "EUR", "token", "tok_visa"))
        .post("/v1/charges")
        .then()
        .statusCode(422);
    authorised()
        .body(Map.of("amount", 1, "currency", "EUR", "token", "tok_visa"))
        .post("/v1/charges")
        .then()
        .statusCode(400);
  }

  @Test
  void neverChargesAClosedKey() {
    close().body("status", equalTo("cancelled"));
    charge("tok_visa").statusCode(201).body("status", equalTo("cancelled"));
  }

  @Test
  void closingAChargedKeyTellsOfItsCharge() {
    String id = charge("tok_visa").extract().path("id");
    close().body("status", equalTo("succeeded")).body("id", equalTo(id));
  }

  @Test
  void refundsInPartsNeverMoreThanWasCharged() {
    String id = charge("tok_visa").extract().path("id");
    refund(id, "r1", 1000L).statusCode(201).body("amount", equalTo(1000));
    refund(id, "r2", 1000L).statusCode(422).body("error.code", equalTo("refund_exceeds_charge"));
    refund(id, "r3", null).statusCode(201).body("amount", equalTo(999));
  }

  @Test
  void refundsAKeyOnce() {
    String id = charge("tok_visa").extract().path("id");
    String first = refund(id, "r1", 500L).extract().path("id");
    refund(id, "r1", 500L).statusCode(201).body("id", equalTo(first));
    refund(id, "r1", 600L).statusCode(422);
    authorised().get("/v1/charges/{id}", id).then().body("refunds", hasSize(1));
  }

  @Test
  void asksTheCardholderAndTellsTheMerchantUntilItHears() throws Exception {
    String id =
        charge("tok_challenge").body("status", equalTo("requires_challenge")).extract().path("id");
    given().get("/challenges/{id}", id).then().statusCode(200).body(containsString("19.99 EUR"));

    answer(id, "approve").statusCode(200).body(containsString("it is paid"));

    byKey().body("items[0].status", equalTo("succeeded"));
    await()
        .untilAsserted(
            () -> assertThat(heardOf(id, "charge.succeeded")).hasSizeGreaterThanOrEqualTo(2));
    var webhook = heardOf(id, "charge.succeeded").getLast();
    assertThat(webhook.signature()).isEqualTo(signature(webhook));
  }

  @Test
  void aCardholderMayRefuseAndCannotChangeThat() {
    String id = charge("tok_challenge").extract().path("id");
    answer(id, "shrug").statusCode(422);
    answer(id, "decline").body(containsString("nothing was paid"));
    answer(id, "approve").body(containsString("nothing was paid"));
    byKey().body("items[0].failure_code", equalTo("declined"));
  }

  @Test
  void aClosedChallengeCannotBePaid() {
    String id = charge("tok_challenge").extract().path("id");
    close().body("status", equalTo("cancelled"));
    answer(id, "approve").body(containsString("no longer waits"));
  }

  @Test
  void listsAllChargesPageByPage() {
    charge("tok_visa");
    var seen = new ArrayList<String>();
    String cursor = "";
    do {
      var page =
          authorised().queryParam("limit", 1).queryParam("cursor", cursor).get("/v1/charges");
      seen.addAll(page.path("items.idempotency_key"));
      cursor = page.path("next");
    } while (cursor != null);
    assertThat(seen).contains(key).doesNotHaveDuplicates();
  }

  @Test
  void isForItsMerchantOnly() {
    given()
        .get("/v1/charges")
        .then()
        .statusCode(401)
        .body("error.code", equalTo("invalid_api_key"));
    given().header("Authorization", "Bearer guess").get("/v1/charges").then().statusCode(401);
    authorised().get("/v1/charges/ch_none").then().statusCode(404);
  }

  private ValidatableResponse charge(String token) {
    return post(authorised(), token);
  }

  private ValidatableResponse post(RequestSpecification caller, String token) {
    return caller
        .header("Idempotency-Key", key)
        .body(
            Map.of(
                "amount",
                1999,
                "currency",
                "EUR",
                "token",
                token,
                "metadata",
                Map.of("order_id", "o-1")))
        .post("/v1/charges")
        .then();
  }

  private ValidatableResponse byKey() {
    return authorised().queryParam("idempotency_key", key).get("/v1/charges").then();
  }

  private ValidatableResponse close() {
    return authorised().body(Map.of("idempotency_key", key)).post("/v1/charges/close").then();
  }

  private static ValidatableResponse refund(String id, String refundKey, Long amount) {
    var body = amount == null ? Map.of() : Map.of("amount", amount);
    return authorised()
        .header("Idempotency-Key", refundKey)
        .body(body)
        .post("/v1/charges/{id}/refunds", id)
        .then();
  }

  private static ValidatableResponse answer(String id, String outcome) {
    return given().formParam("outcome", outcome).post("/challenges/{id}", id).then();
  }

  private static RequestSpecification authorised() {
    return given()
        .header("Authorization", "Bearer sk_test_stallcast")
        .contentType("application/json");
  }

  private static RequestSpecification impatient() {
    var client =
        HttpClientConfig.httpClientConfig()
            .setParam("http.socket.timeout", 1000)
            .setParam("http.connection.timeout", 1000);
    return authorised().config(RestAssuredConfig.config().httpClient(client));
  }

  private static java.util.List<ProviderSettings.Heard> heardOf(String chargeId, String type) {
    return ProviderSettings.heard().stream()
        .filter(heard -> heard.body().contains(chargeId) && heard.body().contains(type))
        .toList();
  }

  private static String signature(ProviderSettings.Heard webhook) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(ProviderSettings.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signed = webhook.id() + "." + webhook.timestamp() + "." + webhook.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
