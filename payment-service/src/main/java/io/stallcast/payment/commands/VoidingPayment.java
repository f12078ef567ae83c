package io.stallcast.payment.commands;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentNews;
import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.payment.PaymentState.Failed;
import io.stallcast.payment.PaymentState.Paid;
import io.stallcast.payment.PaymentState.Pending;
import io.stallcast.payment.PaymentState.Refunded;
import io.stallcast.payment.PaymentState.Voided;
import io.stallcast.payment.PaymentTimers;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refunds;
import io.stallcast.platform.event.order.PaymentCommand.VoidPayment;
import io.stallcast.platform.identifier.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Sees to it that no money of an order stays here; within a unit of work. */
@ApplicationScoped
class VoidingPayment {
  private final Payments payments;
  private final Refunds refunds;
  private final PaymentTimers timers;
  private final PaymentNews news;
  private final Clock clock;

  VoidingPayment(
      Payments payments, Refunds refunds, PaymentTimers timers, PaymentNews news, Clock clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.timers = timers;
    this.news = news;
    this.clock = clock;
  }

  Uni<Void> callOff(VoidPayment command) {
    return payments
        .lockOrder(command.orderId())
        .chain(
            payment -> payment == null ? refuseInAdvance(command) : Uni.createFrom().item(payment))
        .chain(payment -> callOff(payment, command));
  }

  private Uni<Payment> refuseInAdvance(VoidPayment command) {
    return payments.persist(Payment.neverToBe(command.orderId(), clock.instant()));
  }

  private Uni<Void> callOff(Payment payment, VoidPayment command) {
    payment.askedToVoid(command.correlation());
    return switch (payment.state()) {
      case Pending pending -> timers.reconcileNow(payment);
      case Challenged challenged -> timers.reconcileNow(payment);
      case Paid paid -> giveBack(payment);
      case Failed failed -> news.answerVoid(payment);
      case Voided voided -> news.answerVoid(payment);
      case Refunded refunded -> news.answerVoid(payment);
    };
  }

  /** What is under way already is answered when it is done. */
  private Uni<Void> giveBack(Payment payment) {
    return payment.refundable() == 0
        ? Uni.createFrom().voidItem()
        : refunds.request(payment, Identifiers.next(), null, Payment.VOIDED).replaceWithVoid();
  }
}
