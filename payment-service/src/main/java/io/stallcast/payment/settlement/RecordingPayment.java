package io.stallcast.payment.settlement;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.MoneyListener;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentConfig;
import io.stallcast.payment.PaymentNews;
import io.stallcast.payment.PaymentProvider.ChargeOutcome.ChallengeWanted;
import io.stallcast.payment.PaymentProvider.ChargeOutcome.Charged;
import io.stallcast.payment.PaymentProvider.ChargeOutcome.Closed;
import io.stallcast.payment.PaymentProvider.ChargeOutcome.Declined;
import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.payment.PaymentTimers;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refunds;
import io.stallcast.payment.settlement.Attempt.Known;
import io.stallcast.payment.settlement.Attempt.Unknown;
import io.stallcast.platform.identifier.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Records how an open payment ended, with all that follows from it; once, however often it is told.
 */
@ApplicationScoped
class RecordingPayment {
  private final Payments payments;
  private final Refunds refunds;
  private final PaymentTimers timers;
  private final PaymentNews news;
  private final List<MoneyListener> listeners;
  private final PaymentConfig config;
  private final Clock clock;

  RecordingPayment(
      Payments payments,
      Refunds refunds,
      PaymentTimers timers,
      PaymentNews news,
      @All List<MoneyListener> listeners,
      PaymentConfig config,
      Clock clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.timers = timers;
    this.news = news;
    this.listeners = listeners;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Within a unit of work.
   *
   * @return the payment if this ended it; null where it had ended before or goes on
   */
  Uni<Payment> record(UUID paymentId, Attempt attempt) {
    return payments
        .lock(paymentId)
        .chain(payment ->
            payment.isOpen()
                ? apply(payment, attempt).map(done -> payment.isOpen() ? null : payment)
                : Uni.createFrom().nullItem());
  }

  private Uni<Void> apply(Payment payment, Attempt attempt) {
    return switch (attempt) {
      case Known(Charged charged, var code) -> charged(payment, charged);
      case Known(Declined declined, var code) -> declined(payment, declined);
      case Known(ChallengeWanted wanted, var code) -> challenged(payment, wanted);
      case Known(Closed closed, var code) -> closed(payment, code);
      case Unknown(var code) -> unknown(payment, code);
      case Attempt.NotAsked notAsked -> notAsked(payment);
    };
  }

  private Uni<Void> charged(Payment payment, Charged charged) {
    payment.succeed(charged.chargeId(), clock.instant());
    return timers
        .stop(payment)
        .chain(() -> tellListeners(payment))
        .chain(() -> news.publishProcessed(payment))
        .chain(() -> payment.voidWanted() ? giveBack(payment) : news.answerProcess(payment));
  }

  private Uni<Void> giveBack(Payment payment) {
    return refunds.request(payment, Identifiers.next(), null, Payment.VOIDED).replaceWithVoid();
  }

  private Uni<Void> tellListeners(Payment payment) {
    var told = Uni.createFrom().voidItem();
    for (var listener : listeners) {
      told = told.chain(() -> listener.charged(payment));
    }
    return told;
  }

  private Uni<Void> declined(Payment payment, Declined declined) {
    return fail(payment, declined.code());
  }

  private Uni<Void> closed(Payment payment, String code) {
    if (!payment.voidWanted()) {
      return fail(payment, code);
    }
    payment.close(clock.instant());
    return timers
        .stop(payment)
        .chain(() -> news.publishFailed(payment, Payment.VOIDED))
        .chain(() -> news.answerVoid(payment));
  }

  private Uni<Void> fail(Payment payment, String code) {
    payment.fail(code, Failures.detail(code), clock.instant());
    return timers
        .stop(payment)
        .chain(() -> news.publishFailed(payment, code))
        .chain(() -> payment.voidWanted() ? news.answerVoid(payment) : news.answerProcess(payment));
  }

  private Uni<Void> challenged(Payment payment, ChallengeWanted wanted) {
    if (payment.state() instanceof Challenged) {
      return timers.watch(payment);
    }
    var now = clock.instant();
    var expiresAt = now.plus(config.challenge().expiry());
    payment.challenge(wanted.chargeId(), wanted.url(), expiresAt, now);
    return payment.voidWanted()
        ? timers.reconcileNow(payment)
        : timers.watch(payment).chain(() -> news.answerProcess(payment));
  }

  private Uni<Void> unknown(Payment payment, String code) {
    if (code != null && isPatienceOver(payment)) {
      payment.giveUp(code);
    }
    return timers.tryAgain(payment);
  }

  private Uni<Void> notAsked(Payment payment) {
    if (isPatienceOver(payment)) {
      payment.giveUp("provider_unavailable");
    }
    return timers.trySoon(payment);
  }

  private boolean isPatienceOver(Payment payment) {
    return payment.createdAt().plus(config.patience()).isBefore(clock.instant());
  }
}
