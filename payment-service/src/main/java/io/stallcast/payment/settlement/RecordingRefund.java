package io.stallcast.payment.settlement;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.MoneyListener;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentNews;
import io.stallcast.payment.PaymentProvider.RefundOutcome;
import io.stallcast.payment.PaymentProvider.RefundOutcome.Given;
import io.stallcast.payment.PaymentProvider.RefundOutcome.Refused;
import io.stallcast.payment.PaymentState.Voided;
import io.stallcast.payment.PaymentTimers;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refund;
import io.stallcast.payment.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Records what became of a refund, with all that follows from it; once, however often it is told.
 */
@ApplicationScoped
class RecordingRefund {
  private static final Logger LOG = Logger.getLogger(RecordingRefund.class);

  private final Payments payments;
  private final Refunds refunds;
  private final PaymentTimers timers;
  private final PaymentNews news;
  private final List<MoneyListener> listeners;
  private final Clock clock;

  RecordingRefund(
      Payments payments,
      Refunds refunds,
      PaymentTimers timers,
      PaymentNews news,
      @All List<MoneyListener> listeners,
      Clock clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.timers = timers;
    this.news = news;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Within a unit of work.
   *
   * @param known the refund as it was before the provider was asked
   * @return whether this ended it
   */
  Uni<Boolean> record(Refund known, RefundOutcome outcome) {
    return payments
        .lock(known.paymentId())
        .chain(payment -> refunds.findById(known.id()).chain(r -> apply(payment, r, outcome)));
  }

  /** Within a unit of work: nothing was learned. */
  Uni<Void> unknown(Refund known) {
    return payments
        .lock(known.paymentId())
        .chain(payment -> refunds.findById(known.id()))
        .chain(
            refund -> refund.isPending() ? timers.tryAgain(refund) : Uni.createFrom().voidItem());
  }

  private Uni<Boolean> apply(Payment payment, Refund refund, RefundOutcome outcome) {
    if (!refund.isPending()) {
      return Uni.createFrom().item(false);
    }
    return switch (outcome) {
      case Given given -> succeed(payment, refund, given).replaceWith(true);
      case Refused refused -> fail(payment, refund).replaceWith(true);
    };
  }

  private Uni<Void> succeed(Payment payment, Refund refund, Given given) {
    refund.succeed(given.providerRefundId(), clock.instant());
    payment.refund(refund.amount(), clock.instant());
    return timers
        .stop(refund)
        .chain(() -> tellListeners(payment, refund))
        .chain(() -> news.publishRefunded(payment, refund))
        .chain(() ->
            payment.state() instanceof Voided
                ? news.answerVoid(payment)
                : Uni.createFrom().voidItem());
  }

  private Uni<Void> fail(Payment payment, Refund refund) {
    LOG.errorf("Refund refused by the provider: refund=%s payment=%s", refund.id(), payment.id());
    refund.fail(clock.instant());
    payment.release(refund.amount());
    return timers.stop(refund);
  }

  private Uni<Void> tellListeners(Payment payment, Refund refund) {
    var told = Uni.createFrom().voidItem();
    for (var listener : listeners) {
      told = told.chain(() -> listener.refunded(payment, refund));
    }
    return told;
  }
}
