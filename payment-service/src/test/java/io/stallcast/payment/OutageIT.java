package io.stallcast.payment;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.order.SagaReply.PaymentFailed;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider's process is killed, and comes back. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class OutageIT {
  private final Purchase purchase = Purchase.ofTwoLines();

  @Inject PaymentProvider provider;

  @AfterEach
  void theBooksBalance() {
    ProviderProcess.launch();
    Purchase.assertBooksBalance();
  }

  @Test
  void failsAPaymentOnlyWhenTheProviderHasPromisedNotToChargeIt() {
    ProviderProcess.kill();
    purchase.process("tok_visa");
    await().until(() -> "pending".equals(purchase.status()));
    await()
        .during(Duration.ofSeconds(12))
        .atMost(Duration.ofSeconds(14))
        .until(() -> "pending".equals(purchase.status()));

    ProviderProcess.launch();

    purchase.awaitStatus("failed");
    assertThat(purchase.awaitReply(PaymentFailed.class).code()).isEqualTo("provider_unavailable");
    assertThat(purchase.charges().getString("items[0].status")).isEqualTo("cancelled");
  }

  @Test
  void chargesAfterAShortOutage() {
    ProviderProcess.kill();
    purchase.process("tok_visa");
    await().until(() -> "pending".equals(purchase.status()));

    ProviderProcess.launch();

    await().atMost(Purchase.IN_TIME).until(() -> !"pending".equals(purchase.status()));
    assertThat(purchase.status()).isIn("succeeded", "failed");
    assertThat(purchase.charged()).isEqualTo("succeeded".equals(purchase.status()) ? 3000 : 0);
  }

  @Test
  void givesMoneyBackWhenTheProviderIsBack() {
    purchase.paid();
    ProviderProcess.kill();
    purchase.refund(Identifiers.next(), null);
    await().until(() -> purchase.payment().getString("items[0].refunds[0].status") != null);
    assertThat(purchase.status()).isEqualTo("succeeded");

    ProviderProcess.launch();

    purchase.awaitStatus("refunded");
    assertThat(purchase.charged()).isZero();
  }

  @Test
  void theProviderKeepsChargesThroughItsDeath() {
    purchase.paid();
    ProviderProcess.kill();
    ProviderProcess.launch();
    assertThat(purchase.charged()).isEqualTo(3000);
    assertThat(purchase.awaitReply(PaymentProcessed.class)).isNotNull();
  }

  @Test
  void stopsCallingAProviderThatIsAwayAndTellsSo() {
    purchase.paid();
    ProviderProcess.kill();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> find() instanceof CircuitBreakerOpenException);
    get("/q/health/well")
        .then()
        .statusCode(503)
        .body(containsString("payment provider"), containsString("DOWN"));
    get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));

    ProviderProcess.launch();

    await().atMost(Duration.ofSeconds(20)).until(() -> find() == null);
    get("/q/health/well").then().statusCode(200);
    get("/q/metrics")
        .then()
        .body(
            containsString("ft_circuitbreaker_opened_total"),
            containsString("ft_retry_retries_total"),
            containsString("ft_timeout_calls_total"),
            containsString("ft_bulkhead_calls_total"),
            containsString("stallcast_payments_settling"),
            containsString("stallcast_payments_total"));
  }

  /** How asking fails; null where it doesn't. */
  private Throwable find() {
    return provider
        .find(Identifiers.next())
        .map(found -> (Throwable) null)
        .onFailure()
        .recoverWithItem(failure -> failure)
        .await()
        .atMost(Duration.ofSeconds(15));
  }
}
