package io.stallcast.payment;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.PaymentJob.ReconcilePayment;
import io.stallcast.payment.PaymentJob.SettleRefund;
import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Sees to it that nothing is forgotten: whatever the provider has still to decide has a timer, and
 * each run of its job sets the next one. To be used within a unit of work.
 */
@ApplicationScoped
public class PaymentTimers {
  private final Outbox outbox;
  private final PaymentConfig config;
  private final Clock clock;

  PaymentTimers(Outbox outbox, PaymentConfig config, Clock clock) {
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  /** Looks after an open payment when its first answer should be here, or its challenge be met. */
  public Uni<Void> watch(Payment payment) {
    return payment.state() instanceof Challenged c
        ? reconcileAt(
            payment, earlier(c.expiresAt(), clock.instant().plus(config.challenge().poll())))
        : reconcileAt(payment, clock.instant().plus(config.reconcileAfter()));
  }

  /** Looks after a payment again whose outcome could not be learned. */
  public Uni<Void> tryAgain(Payment payment) {
    return reconcileAt(payment, clock.instant().plus(pause(payment.triedInVain())));
  }

  /** Looks after a payment again that the provider was not even asked for. */
  public Uni<Void> trySoon(Payment payment) {
    return reconcileAt(payment, clock.instant().plus(config.pause().shortest()));
  }

  /** Looks after a payment now. */
  public Uni<Void> reconcileNow(Payment payment) {
    return outbox.append(job(payment));
  }

  public Uni<Void> stop(Payment payment) {
    return outbox.cancel(key(payment));
  }

  /** Starts a refund, and looks after it. */
  public Uni<Void> begin(Refund refund) {
    return outbox.append(job(refund)).chain(() -> watch(refund));
  }

  public Uni<Void> watch(Refund refund) {
    return settleAt(refund, clock.instant().plus(config.reconcileAfter()));
  }

  public Uni<Void> tryAgain(Refund refund) {
    return settleAt(refund, clock.instant().plus(pause(refund.triedInVain())));
  }

  public Uni<Void> stop(Refund refund) {
    return outbox.cancel(key(refund));
  }

  private Duration pause(int tries) {
    var doubled = config.pause().shortest().multipliedBy(1L << Math.min(tries - 1, 20));
    return doubled.compareTo(config.pause().longest()) < 0 ? doubled : config.pause().longest();
  }

  private Uni<Void> reconcileAt(Payment payment, Instant when) {
    return outbox.append(job(payment).at(when, key(payment)));
  }

  private Uni<Void> settleAt(Refund refund, Instant when) {
    return outbox.append(job(refund).at(when, key(refund)));
  }

  private static OutboxMessage job(Payment payment) {
    return OutboxMessage.of(
        Topic.PAYMENT_JOBS, payment.id(), 0, new ReconcilePayment(payment.id()));
  }

  private static OutboxMessage job(Refund refund) {
    return OutboxMessage.of(
        Topic.PAYMENT_JOBS,
        refund.paymentId(),
        0,
        new SettleRefund(refund.id(), refund.paymentId()));
  }

  private static String key(Payment payment) {
    return "payment:" + payment.id();
  }

  private static String key(Refund refund) {
    return "refund:" + refund.id();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
