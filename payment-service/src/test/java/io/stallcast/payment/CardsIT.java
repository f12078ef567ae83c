package io.stallcast.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.order.SagaReply.PaymentChallenged;
import io.stallcast.platform.event.order.SagaReply.PaymentFailed;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.event.payment.PaymentEvent;
import io.stallcast.platform.testing.AtOnce;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every test card, with the real provider. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class CardsIT {
  @AfterEach
  void theBooksBalance() {
    Purchase.assertBooksBalance();
  }

  @TestFactory
  Stream<DynamicTest> everyCard() {
    return AtOnce.begun(
        card("tok_visa", "takes the money once", CardsIT::takesTheMoneyOnce),
        card("tok_slow", "takes the money once", CardsIT::takesTheMoneyOnce),
        card("tok_lost", "takes the money once", CardsIT::takesTheMoneyOnce),
        failing("tok_declined", "declined"),
        failing("tok_insufficient_funds", "insufficient_funds"),
        failing("tok_unheard_of", "declined"),
        failing("tok_error", "provider_unavailable"),
        failing("tok_timeout", "payment_timeout"),
        card("tok_error", "is closed when it is given up", CardsIT::isClosedForGood),
        card("tok_timeout", "is closed when it is given up", CardsIT::isClosedForGood),
        card("tok_challenge", "pays when the buyer agrees", CardsIT::paysWhenTheBuyerAgrees),
        card("tok_challenge", "fails when the buyer refuses", CardsIT::failsWhenTheBuyerRefuses),
        card("tok_challenge", "fails when time is up", CardsIT::failsWhenTimeIsUp));
  }

  private static DynamicTest failing(String card, String code) {
    return card(card, "fails with " + code, purchase -> failsAndTakesNothing(purchase, code));
  }

  private static DynamicTest card(String card, String does, Consumer<Purchase> requirement) {
    return dynamicTest(
        card + " " + does, () -> requirement.accept(Purchase.ofTwoLines().process(card)));
  }

  private static void takesTheMoneyOnce(Purchase purchase) {
    purchase.awaitStatus("succeeded");

    var reply = purchase.awaitReply(PaymentProcessed.class);
    assertThat(reply.correlation()).isEqualTo(purchase.correlation(1));
    assertThat(reply.paymentId()).hasToString(purchase.paymentId());
    assertThat(purchase.charged()).isEqualTo(3000);
    assertThat(purchase.awaitEvent(PaymentEvent.PaymentProcessed.class).amount())
        .isEqualTo(Purchase.eur(3000));
  }

  private static void failsAndTakesNothing(Purchase purchase, String code) {
    purchase.awaitStatus("failed");

    assertThat(purchase.awaitReply(PaymentFailed.class).code()).isEqualTo(code);
    assertThat(purchase.payment().getString("items[0].failure.code")).isEqualTo(code);
    assertThat(purchase.charged()).isZero();
    assertThat(purchase.awaitEvent(PaymentEvent.PaymentFailed.class).code()).isEqualTo(code);
  }

  /** So that it is never charged. */
  private static void isClosedForGood(Purchase purchase) {
    purchase.awaitStatus("failed");

    assertThat(purchase.charges().getString("items[0].status")).isEqualTo("cancelled");
  }

  private static void paysWhenTheBuyerAgrees(Purchase purchase) {
    var challenge = challenge(purchase);

    ProviderProcess.meetChallenge(challenge.challengeUrl(), "approve");

    assertThat(purchase.awaitReply(PaymentProcessed.class).correlation())
        .isEqualTo(challenge.correlation());
    assertThat(purchase.charged()).isEqualTo(3000);
  }

  private static void failsWhenTheBuyerRefuses(Purchase purchase) {
    var challenge = challenge(purchase);

    ProviderProcess.meetChallenge(challenge.challengeUrl(), "decline");

    assertThat(purchase.awaitReply(PaymentFailed.class).code()).isEqualTo("declined");
  }

  private static void failsWhenTimeIsUp(Purchase purchase) {
    var challenge = challenge(purchase);

    purchase.awaitStatus("failed");

    assertThat(purchase.awaitReply(PaymentFailed.class).code()).isEqualTo("challenge_expired");
    ProviderProcess.meetChallenge(challenge.challengeUrl(), "approve");
    assertThat(purchase.charged()).isZero();
  }

  private static PaymentChallenged challenge(Purchase purchase) {
    purchase.awaitStatus("challenged");
    return purchase.awaitReply(PaymentChallenged.class);
  }
}
