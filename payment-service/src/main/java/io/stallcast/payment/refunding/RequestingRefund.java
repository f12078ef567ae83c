package io.stallcast.payment.refunding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentConfig;
import io.stallcast.payment.PaymentProblem;
import io.stallcast.payment.PaymentState.Paid;
import io.stallcast.payment.Payments;
import io.stallcast.payment.RefundView;
import io.stallcast.payment.Refunds;
import io.stallcast.platform.idempotency.Answer;
import io.stallcast.platform.idempotency.Idempotency;
import io.stallcast.platform.idempotency.IdempotentRequest;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Accepts a refund, which the settlement then carries out. */
@ApplicationScoped
class RequestingRefund {
  private final Idempotency idempotency;
  private final Payments payments;
  private final Refunds refunds;
  private final PaymentConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  RequestingRefund(
      Idempotency idempotency,
      Payments payments,
      Refunds refunds,
      PaymentConfig config,
      ObjectMapper json,
      Clock clock) {
    this.idempotency = idempotency;
    this.payments = payments;
    this.refunds = refunds;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param buyer whose payment it has to be; empty for an admin, who is bound by no window
   */
  Uni<Answer> request(
      IdempotentRequest request, UUID paymentId, Optional<UUID> buyer, AskForRefund wanted) {
    return idempotency.once(
        request,
        () ->
            payments
                .lockVisible(paymentId, buyer)
                .invoke(payment -> check(payment, buyer.isPresent()))
                .chain(payment -> refund(payment, wanted)));
  }

  private void check(Payment payment, boolean bound) {
    if (!(payment.state() instanceof Paid)) {
      throw new ProblemException(
          PaymentProblem.NOT_REFUNDABLE, "The payment is " + payment.state().status() + ".");
    }
    var window = config.refunds().buyerWindow();
    if (bound && payment.createdAt().plus(window).isBefore(clock.instant())) {
      throw new ProblemException(
          PaymentProblem.REFUND_WINDOW_CLOSED,
          "Refunds are for " + window.toDays() + " days after the payment.");
    }
  }

  private Uni<Answer> refund(Payment payment, AskForRefund wanted) {
    return refunds
        .request(payment, Identifiers.next(), wanted.minorUnitsOf(payment), wanted.reason())
        .map(refund -> answer(payment, RefundView.of(refund, payment)));
  }

  private Answer answer(Payment payment, RefundView refund) {
    try {
      return Answer.of(202, "/api/v1/payments/" + payment.id(), json.writeValueAsString(refund));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
