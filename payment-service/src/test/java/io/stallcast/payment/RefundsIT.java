package io.stallcast.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stallcast.platform.event.payment.PaymentEvent.PaymentRefunded;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class RefundsIT {
  private final Purchase purchase = Purchase.ofTwoLines();

  @AfterEach
  void theBooksBalance() {
    Purchase.assertBooksBalance();
  }

  @Test
  void givesAllBackToTheBuyer() {
    purchase.paid();

    refund(purchase.asBuyer(), "k1", null)
        .statusCode(202)
        .header(
            "Location", org.hamcrest.Matchers.endsWith("/api/v1/payments/" + purchase.paymentId()))
        .body("amount.amount", equalTo(3000));

    purchase.awaitStatus("refunded");
    assertThat(purchase.charged()).isZero();
  }

  @Test
  void givesPartsBackUntilNothingIsLeft() {
    purchase.paid();
    refund(purchase.asBuyer(), "k1", 999L).statusCode(202);
    purchase.awaitStatus("partially_refunded");
    assertThat(purchase.awaitEvent(PaymentRefunded.class).full()).isFalse();

    refund(purchase.asBuyer(), "k2", 2001L).statusCode(202);

    purchase.awaitStatus("refunded");
    assertThat(purchase.charged()).isZero();
  }

  @Test
  void neverGivesMoreBackThanWasPaid() {
    purchase.paid();
    refund(purchase.asBuyer(), "k1", 3001L)
        .statusCode(409)
        .body("code", equalTo("refund_exceeds_payment"));
    refund(purchase.asBuyer(), "k2", 2000L).statusCode(202);
    refund(purchase.asBuyer(), "k3", 1001L).statusCode(409);
  }

  @Test
  void givesBackOnceForAKey() {
    purchase.paid();
    String first = refund(purchase.asBuyer(), "k1", 500L).statusCode(202).extract().path("id");

    refund(purchase.asBuyer(), "k1", 500L)
        .statusCode(202)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
    refund(purchase.asBuyer(), "k1", 501L)
        .statusCode(422)
        .body("code", equalTo("idempotency_key_reused"));
    refund(purchase.asBuyer(), null, 500L)
        .statusCode(400)
        .body("code", equalTo("idempotency_key_required"));

    purchase.awaitStatus("partially_refunded");
    assertThat(purchase.charged()).isEqualTo(2500);
  }

  @Test
  void rivalsCannotGiveBackMoreThanWasPaid() throws Exception {
    purchase.paid();
    try (var callers = Executors.newFixedThreadPool(8)) {
      var accepted =
          callers
              .invokeAll(
                  IntStream.range(0, 8)
                      .<Callable<Integer>>mapToObj(i ->
                          () -> refund(purchase.asBuyer(), "k" + i, 1000L).extract().statusCode())
                      .toList())
              .stream()
              .map(Future::resultNow)
              .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
      assertThat(accepted).isEqualTo(Map.of(202, 3L, 409, 5L));
    }
    purchase.awaitStatus("refunded");
    assertThat(purchase.charged()).isZero();
  }

  @Test
  void refusesAnotherCurrencyNothingAndNonsense() {
    purchase.paid();
    var payment = "/api/v1/payments/" + purchase.paymentId() + "/refunds";
    var buyer = purchase.asBuyer().header("Idempotency-Key", "k");
    buyer
        .body(Map.of("amount", Map.of("amount", 1, "currency", "USD")))
        .post(payment)
        .then()
        .statusCode(422)
        .body("code", equalTo("currency_mismatch"));
    refund(purchase.asBuyer(), "k2", 0L).statusCode(400);
    refund(purchase.asBuyer(), "k3", -1L)
        .statusCode(400)
        .body("code", equalTo("validation_failed"));
  }

  @Test
  void hasNothingToGiveBackOfAFailedPayment() {
    purchase.process("tok_declined").awaitStatus("failed");
    refund(purchase.asBuyer(), "k", null).statusCode(409).body("code", equalTo("not_refundable"));
  }

  @Test
  void givesTheMoneyFreeThatTheProviderWillNotGiveBack() {
    purchase.paid();
    ProviderProcess.refundAtTheDesk(purchase.charges().getString("items[0].id"), 2999);

    refund(purchase.asBuyer(), "k1", 2L).statusCode(202);

    await()
        .until(() -> "failed".equals(purchase.payment().getString("items[0].refunds[0].status")));
    assertThat(purchase.status()).isEqualTo("succeeded");
    refund(purchase.asBuyer(), "k2", 1L).statusCode(202);
    purchase.awaitStatus("partially_refunded");
  }

  @Test
  void isForTheBuyerAndAdminsOnly() {
    purchase.paid();
    refund(Purchase.as(Identifiers.next(), Role.BUYER, Role.CREATOR), "k", null).statusCode(404);
    refund(RestAssured.given().contentType("application/json"), "k", null).statusCode(401);
    refund(Purchase.asAdmin(), "k", 1L).statusCode(202);
    purchase.awaitStatus("partially_refunded");
  }

  @Test
  void showsPaymentsToTheirBuyerAndAdminsOnly() {
    purchase.paid();
    var id = purchase.paymentId();
    purchase
        .asBuyer()
        .get("/api/v1/payments/{id}", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("succeeded"))
        .body("amount.amount", equalTo(3000))
        .body("refunds", hasSize(0));
    purchase.asBuyer().get("/api/v1/payments").then().body("items", hasSize(1));
    var stranger = Purchase.as(Identifiers.next(), Role.BUYER);
    stranger.get("/api/v1/payments/{id}", id).then().statusCode(404);
    stranger
        .queryParam("orderId", purchase.orderId())
        .get("/api/v1/payments")
        .then()
        .body("items", hasSize(0));
    RestAssured.get("/api/v1/payments/" + id).then().statusCode(401);
  }

  private ValidatableResponse refund(RequestSpecification caller, String key, Long amount) {
    var request = key == null ? caller : caller.header("Idempotency-Key", key);
    var body =
        amount == null
            ? Map.of()
            : Map.of("amount", Map.of("amount", amount, "currency", "EUR"), "reason", "why not");
    return request.body(body).post("/api/v1/payments/{id}/refunds", purchase.paymentId()).then();
  }
}
