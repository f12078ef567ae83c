package io.stallcast.payment.commands;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentProblem;
import io.stallcast.payment.PaymentState.Paid;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refund;
import io.stallcast.payment.Refunds;
import io.stallcast.platform.event.order.PaymentCommand.RefundPayment;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives money of a settled payment back; within a unit of work. */
@ApplicationScoped
class RefundingOrder {
  private final Payments payments;
  private final Refunds refunds;

  RefundingOrder(Payments payments, Refunds refunds) {
    this.payments = payments;
    this.refunds = refunds;
  }

  /** Fails with a problem where there is nothing to be given back. */
  Uni<Payment> refund(RefundPayment command) {
    return payments
        .lockOrder(command.orderId())
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound("payment"))
        .call(
            payment -> refunds.findById(command.refundId()).chain(r -> once(payment, r, command)));
  }

  private Uni<Refund> once(Payment payment, Refund before, RefundPayment command) {
    if (before != null) {
      return Uni.createFrom().item(before);
    }
    if (!(payment.state() instanceof Paid)) {
      throw new ProblemException(
          PaymentProblem.NOT_REFUNDABLE, "The payment is " + payment.state().status() + ".");
    }
    return refunds.request(payment, command.refundId(), amount(payment, command), command.reason());
  }

  private static Long amount(Payment payment, RefundPayment command) {
    if (command.amount() == null) {
      return null;
    }
    if (!command.amount().currency().equals(payment.amount().currency())) {
      throw new ProblemException(
          PaymentProblem.CURRENCY_MISMATCH, "It was paid in " + payment.amount().currency() + ".");
    }
    return command.amount().amount();
  }
}
