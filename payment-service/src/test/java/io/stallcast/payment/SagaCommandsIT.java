package io.stallcast.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.payment.PaymentJob.ReconcilePayment;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaReply.PaymentChallenged;
import io.stallcast.platform.event.order.SagaReply.PaymentFailed;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.event.order.SagaReply.PaymentVoided;
import io.stallcast.platform.event.payment.PaymentEvent.PaymentRefunded;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.AtOnce;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TopicProbe;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Commands that come twice, too late, too early, or while another is under way. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class SagaCommandsIT {
  private final Purchase purchase = Purchase.ofTwoLines();

  @AfterEach
  void theBooksBalance() {
    Purchase.assertBooksBalance();
  }

  @Test
  void answersARedeliveredCommandOnce() {
    var command = purchase.processCommand("tok_visa", 1);
    var id = Identifiers.next();
    IntStream.range(0, 3)
        .forEach(i -> TestEvents.send(Topic.PAYMENT_COMMANDS, purchase.orderId(), 0, command, id));

    purchase.awaitReply(PaymentProcessed.class);

    assertThat(purchase.replies()).hasSize(1);
    assertThat(purchase.charged()).isEqualTo(3000);
  }

  @Test
  void answersASecondAskingWithItsOwnCorrelationAndChargesOnce() {
    purchase.paid();
    purchase.process("tok_visa", 2);

    await()
        .untilAsserted(() ->
            assertThat(purchase.replies())
                .extracting(SagaReply::correlation)
                .containsExactly(purchase.correlation(1), purchase.correlation(2)));
    assertThat(purchase.charged()).isEqualTo(3000);
  }

  @Test
  void answersTheNewestOfTwoAskingsThatCameWhileItWasCharged() {
    purchase.process("tok_slow", 1).process("tok_slow", 2).awaitStatus("succeeded");

    assertThat(purchase.awaitReply(PaymentProcessed.class).correlation())
        .isEqualTo(purchase.correlation(2));
    assertThat(purchase.replies()).hasSize(1);
  }

  @Test
  void tellsTheChallengeAgainWhenAskedAgain() {
    purchase.process("tok_challenge").awaitStatus("challenged");
    purchase.process("tok_challenge", 2);

    await()
        .untilAsserted(() ->
            assertThat(purchase.replies())
                .filteredOn(PaymentChallenged.class::isInstance)
                .extracting(SagaReply::correlation)
                .contains(purchase.correlation(2)));
  }

  @Test
  void repeatedJobsNeverChargeNorAnswerTwice() {
    purchase.process("tok_slow");
    await().until(() -> purchase.paymentId() != null);
    var paymentId = UUID.fromString(purchase.paymentId());
    IntStream.range(0, 5)
        .forEach(i ->
            TestEvents.send(Topic.PAYMENT_JOBS, paymentId, 0, new ReconcilePayment(paymentId)));

    purchase.awaitStatus("succeeded");
    TestEvents.send(Topic.PAYMENT_JOBS, paymentId, 0, new ReconcilePayment(paymentId));

    purchase.awaitReply(PaymentProcessed.class);
    assertThat(purchase.replies()).hasSize(1);
    assertThat(purchase.charged()).isEqualTo(3000);
  }

  @Test
  void refusesACommandThatComesAfterItsVoid() {
    purchase.callOff().awaitReply(PaymentVoided.class);

    purchase.process("tok_visa");

    assertThat(purchase.awaitReply(PaymentFailed.class).code()).isEqualTo("payment_voided");
    assertThat(purchase.status()).isEqualTo("voided");
    assertThat(purchase.charges().getList("items")).isEmpty();
  }

  @Test
  void givesAChargeBackThatIsVoided() {
    purchase.paid().callOff();

    purchase.awaitReply(PaymentVoided.class);

    assertThat(purchase.status()).isEqualTo("voided");
    assertThat(purchase.charged()).isZero();
  }

  @Test
  void voidsOnceHoweverOftenItIsAsked() {
    purchase.paid().callOff().callOff();
    purchase.awaitStatus("voided");
    purchase.callOff();

    await().untilAsserted(() -> assertThat(purchase.replies()).hasSizeGreaterThanOrEqualTo(3));
    assertThat(purchase.charges().getList("items[0].refunds")).hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> voidsAChargeInFlight() {
    return AtOnce.begun(
        Stream.of("tok_slow", "tok_timeout", "tok_lost", "tok_challenge")
            .map(card -> dynamicTest(card, () -> voidsInFlight(Purchase.ofTwoLines(), card)))
            .toArray(DynamicTest[]::new));
  }

  private static void voidsInFlight(Purchase charged, String card) {
    charged.process(card);
    await().until(() -> charged.paymentId() != null);

    charged.callOff();

    charged.awaitStatus("voided");
    charged.awaitReply(PaymentVoided.class);
    assertThat(charged.replies()).noneMatch(PaymentProcessed.class::isInstance);
    assertThat(charged.charged()).isZero();
  }

  @Test
  void hasNothingToVoidOfAFailedPayment() {
    purchase.process("tok_declined").awaitStatus("failed");
    purchase.callOff().awaitReply(PaymentVoided.class);
    assertThat(purchase.status()).isEqualTo("failed");
  }

  @Test
  void refundsACommandOnceAndTellsThatItWasAll() {
    var refundId = Identifiers.next();
    purchase.paid().refund(refundId, null).refund(refundId, null);

    purchase.awaitStatus("refunded");

    var refunded = purchase.awaitEvent(PaymentRefunded.class);
    assertThat(refunded.full()).isTrue();
    assertThat(refunded.refundId()).isEqualTo(refundId);
    assertThat(refunded.refundedInAll()).isEqualTo(Purchase.eur(3000));
    assertThat(purchase.charged()).isZero();
  }

  @Test
  void doesNotRefundMoreThanIsLeft() {
    purchase.paid().refund(Identifiers.next(), Purchase.eur(3001));
    var small = Identifiers.next();
    purchase.refund(small, Purchase.eur(1));

    purchase.awaitStatus("partially_refunded");

    assertThat(purchase.awaitEvent(PaymentRefunded.class).refundId()).isEqualTo(small);
    assertThat(purchase.charged()).isEqualTo(2999);
  }

  @Test
  void buriesACommandWithoutAnAmount() {
    TestEvents.send(
        Topic.PAYMENT_COMMANDS,
        purchase.orderId(),
        0,
        new ProcessPayment(
            purchase.correlation(1),
            purchase.orderId(),
            purchase.buyerId(),
            Purchase.eur(0),
            "tok_visa",
            purchase.lines()));

    var deadLetters = TopicProbe.onDeadLetters(Topic.PAYMENT_COMMANDS, "payment-service");
    var order = purchase.orderId().toString();
    await()
        .ignoreExceptions()
        .until(() -> deadLetters.awaitRecord(record -> record.key().equals(order)) != null);
  }
}
