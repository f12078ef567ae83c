package io.stallcast.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
class SynchronousCommandsIT {
  private final Purchase purchase = Purchase.ofTwoLines();

  @AfterEach
  void theBooksBalance() {
    Purchase.assertBooksBalance();
  }

  @Test
  void answersWithTheOutcome() {
    process("tok_visa").statusCode(200).body("status", equalTo("succeeded"));
    process("tok_visa").statusCode(200).body("status", equalTo("succeeded"));
    assertThat(purchase.charged()).isEqualTo(3000);
  }

  @Test
  void answersWithTheFailure() {
    process("tok_declined")
        .statusCode(200)
        .body("status", equalTo("failed"))
        .body("failure.code", equalTo("declined"));
  }

  @Test
  void chargesRivalsForAnOrderOnce() throws Exception {
    try (var callers = Executors.newFixedThreadPool(10)) {
      var statuses =
          callers
              .invokeAll(
                  IntStream.range(0, 10)
                      .<Callable<String>>mapToObj(
                          i -> () -> process("tok_slow").statusCode(200).extract().path("status"))
                      .toList())
              .stream()
              .map(Future::resultNow)
              .collect(Collectors.toSet());
      assertThat(statuses).containsExactly("succeeded");
    }
    assertThat(purchase.charged()).isEqualTo(3000);
    assertThat(purchase.replies()).isEmpty();
  }

  @Test
  void givesBackAndAnswersWithTheOutcome() {
    process("tok_visa");
    var refundId = Identifiers.next();
    refund(refundId, 1000L).statusCode(200).body("status", equalTo("partially_refunded"));
    refund(refundId, 1000L)
        .statusCode(200)
        .body("refunded.amount", equalTo(1000))
        .body("refunds", hasSize(1));
    refund(Identifiers.next(), 2001L).statusCode(409);
    refund(Identifiers.next(), null).statusCode(200).body("status", equalTo("refunded"));
    refund(Identifiers.next(), null).statusCode(409).body("code", equalTo("not_refundable"));
  }

  @Test
  void hasNothingToGiveBackOfAnUnknownOrder() {
    refund(Identifiers.next(), null).statusCode(404);
  }

  @Test
  void isForServicesOnly() {
    purchase.asBuyer().body("{}").post("/api/v1/payments/process").then().statusCode(403);
    Purchase.asAdmin().body("{}").post("/api/v1/payments/refund").then().statusCode(403);
  }

  @Test
  void refusesNonsense() {
    var body = new HashMap<>(body("tok_visa"));
    body.put("amount", Map.of("amount", 0, "currency", "EUR"));
    service()
        .body(body)
        .post("/api/v1/payments/process")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation_failed"));
  }

  private ValidatableResponse process(String card) {
    return service().body(body(card)).post("/api/v1/payments/process").then();
  }

  private Map<String, Object> body(String card) {
    return Map.of(
        "orderId", purchase.orderId(),
        "buyerId", purchase.buyerId(),
        "amount", purchase.total(),
        "paymentToken", card,
        "lines", purchase.lines());
  }

  private ValidatableResponse refund(UUID refundId, Long amount) {
    var body = new HashMap<String, Object>();
    body.put("orderId", purchase.orderId());
    body.put("refundId", refundId);
    if (amount != null) {
      body.put("amount", Purchase.eur(amount));
    }
    return service().body(body).post("/api/v1/payments/refund").then();
  }

  private static io.restassured.specification.RequestSpecification service() {
    return Purchase.as(Identifiers.next(), Role.SERVICE);
  }
}
