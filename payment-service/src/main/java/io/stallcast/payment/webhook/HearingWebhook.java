package io.stallcast.payment.webhook;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentConfig;
import io.stallcast.payment.PaymentProblem;
import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.payment.PaymentTimers;
import io.stallcast.payment.Payments;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.transaction.UnitOfWork;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Makes us ask about the payment that a webhook names, if its signature holds. */
@ApplicationScoped
class HearingWebhook {
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final PaymentTimers timers;
  private final PaymentConfig config;
  private final Clock clock;

  HearingWebhook(
      UnitOfWork unitOfWork,
      Payments payments,
      PaymentTimers timers,
      PaymentConfig config,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.timers = timers;
    this.config = config;
    this.clock = clock;
  }

  Uni<Void> hear(WebhookSignature signature, String body) {
    var provider = config.provider();
    if (!signature.covers(
        body, provider.webhookSecret(), clock.instant(), provider.webhookTolerance())) {
      throw new ProblemException(PaymentProblem.INVALID_SIGNATURE, null);
    }
    var paymentId = paymentId(body);
    return unitOfWork
        .read(() -> payments.findById(paymentId))
        .chain(payment -> isChallenged(payment) ? ask(paymentId) : Uni.createFrom().voidItem());
  }

  /** A pending payment's answer is on its way, and its timer behind it. */
  private static boolean isChallenged(Payment payment) {
    return payment != null && payment.state() instanceof Challenged;
  }

  /** Most that is heard of needs no lock: the answer to the request itself was faster. */
  private Uni<Void> ask(UUID paymentId) {
    return unitOfWork.commit(() ->
        payments
            .lock(paymentId)
            .chain(locked ->
                isChallenged(locked) ? timers.reconcileNow(locked) : Uni.createFrom().voidItem()));
  }

  private static UUID paymentId(String body) {
    try {
      return UUID.fromString(
          new JsonObject(body).getJsonObject("data").getString("idempotency_key"));
    } catch (DecodeException | IllegalArgumentException | NullPointerException e) {
      throw new ProblemException(StandardProblem.MALFORMED_REQUEST, "It names no payment.");
    }
  }
}
