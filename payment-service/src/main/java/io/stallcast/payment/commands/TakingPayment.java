package io.stallcast.payment.commands;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentNews;
import io.stallcast.payment.PaymentTimers;
import io.stallcast.payment.Payments;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Notes that an order is to be paid; within a unit of work. */
@ApplicationScoped
class TakingPayment {
  private final Payments payments;
  private final PaymentTimers timers;
  private final PaymentNews news;
  private final Clock clock;

  TakingPayment(Payments payments, PaymentTimers timers, PaymentNews news, Clock clock) {
    this.payments = payments;
    this.timers = timers;
    this.news = news;
    this.clock = clock;
  }

  /** The order's payment: a new one, or the one there is, whose state is told again. */
  Uni<Payment> take(ProcessPayment command) {
    return payments.lockOrder(command.orderId()).chain(before -> take(command, before));
  }

  /**
   * As the other, where the order is locked already.
   *
   * @param before the order's payment; null where there is none yet
   */
  Uni<Payment> take(ProcessPayment command, Payment before) {
    check(command);
    return before == null ? begin(command) : again(before, command);
  }

  private Uni<Payment> begin(ProcessPayment command) {
    return payments.persist(Payment.pending(command, clock.instant())).call(timers::watch);
  }

  private Uni<Payment> again(Payment payment, ProcessPayment command) {
    payment.askedToProcess(command.correlation());
    return news.answerProcess(payment).replaceWith(payment);
  }

  private static void check(ProcessPayment command) {
    if (command.buyerId() == null
        || command.paymentToken() == null
        || command.lines() == null
        || command.amount() == null
        || command.amount().amount() <= 0) {
      throw new InvalidRecordException("the command lacks a buyer, a card, lines or an amount");
    }
  }
}
