package io.stallcast.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.order.SagaReply.PaymentChallenged;
import io.stallcast.platform.event.order.SagaReply.PaymentFailed;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.event.payment.PaymentEvent;
import io.stallcast.platform.testing.ServiceInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test card, with the real provider. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class CardsIT {
  private final Purchase purchase = Purchase.ofTwoLines();

  @AfterEach
  void theBooksBalance() {
    Purchase.assertBooksBalance();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_visa", "tok_slow", "tok_lost"})
  void takesTheMoneyOnce(String card) {
    purchase.process(card).awaitStatus("succeeded");

    var reply = purchase.awaitReply(PaymentProcessed.class);
    assertThat(reply.correlation()).isEqualTo(purchase.correlation(1));
    assertThat(reply.paymentId()).hasToString(purchase.paymentId());
    assertThat(purchase.charged()).isEqualTo(3000);
    assertThat(purchase.awaitEvent(PaymentEvent.PaymentProcessed.class).amount())
        .isEqualTo(Purchase.eur(3000));
  }

  @ParameterizedTest
  @CsvSource({
    "tok_declined, declined",
    "tok_insufficient_funds, insufficient_funds",
    "tok_unheard_of, declined",
    "tok_error, provider_unavailable",
    "tok_timeout, payment_timeout"
  })
  void failsAndTakesNothing(String card, String code) {
    purchase.process(card).awaitStatus("failed");

    assertThat(purchase.awaitReply(PaymentFailed.class).code()).isEqualTo(code);
    assertThat(purchase.payment().getString("items[0].failure.code")).isEqualTo(code);
    assertThat(purchase.charged()).isZero();
    assertThat(purchase.awaitEvent(PaymentEvent.PaymentFailed.class).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_error", "tok_timeout"})
  void closesWhatItGivesUpSoThatItIsNeverCharged(String card) {
    purchase.process(card).awaitStatus("failed");

    assertThat(purchase.charges().getString("items[0].status")).isEqualTo("cancelled");
  }

  @Test
  void asksTheBuyerAndTakesTheMoneyWhenTheBuyerAgrees() {
    purchase.process("tok_challenge").awaitStatus("challenged");
    var challenge = purchase.awaitReply(PaymentChallenged.class);

    ProviderProcess.meetChallenge(challenge.challengeUrl(), "approve");

    assertThat(purchase.awaitReply(PaymentProcessed.class).correlation())
        .isEqualTo(challenge.correlation());
    assertThat(purchase.charged()).isEqualTo(3000);
  }

  @Test
  void failsWhenTheBuyerRefuses() {
    purchase.process("tok_challenge").awaitStatus("challenged");
    var challenge = purchase.awaitReply(PaymentChallenged.class);

    ProviderProcess.meetChallenge(challenge.challengeUrl(), "decline");

    assertThat(purchase.awaitReply(PaymentFailed.class).code()).isEqualTo("declined");
  }

  @Test
  void failsWhenTheBuyerDoesNotAgreeInTime() {
    purchase.process("tok_challenge").awaitStatus("challenged");
    var challenge = purchase.awaitReply(PaymentChallenged.class);

    purchase.awaitStatus("failed");

    assertThat(purchase.awaitReply(PaymentFailed.class).code()).isEqualTo("challenge_expired");
    ProviderProcess.meetChallenge(challenge.challengeUrl(), "approve");
    assertThat(purchase.charged()).isZero();
  }
}
