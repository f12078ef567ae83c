package io.stallcast.payment.settlement;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.PaymentJob;
import io.stallcast.payment.PaymentJob.ReconcilePayment;
import io.stallcast.payment.PaymentJob.SettleRefund;
import io.stallcast.payment.PaymentTimers;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refunds;
import io.stallcast.payment.Settlement;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the jobs: sets the next timer, and after the commit hands over to the pool. */
@ApplicationScoped
class PaymentJobs {
  private final Inbox inbox;
  private final Payments payments;
  private final Refunds refunds;
  private final PaymentTimers timers;
  private final Settlement settlement;

  PaymentJobs(
      Inbox inbox,
      Payments payments,
      Refunds refunds,
      PaymentTimers timers,
      Settlement settlement) {
    this.inbox = inbox;
    this.payments = payments;
    this.refunds = refunds;
    this.timers = timers;
    this.settlement = settlement;
  }

  @Incoming("payment-jobs")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    var begun = new ConcurrentLinkedQueue<Runnable>();
    return inbox
        .each(records, PaymentJob.class, job -> apply(job, begun))
        .invoke(() -> begun.forEach(Runnable::run));
  }

  private Uni<Void> apply(Envelope<PaymentJob> envelope, Queue<Runnable> begun) {
    var trace = Context.current();
    return switch (envelope.data()) {
      case ReconcilePayment job ->
          watch(job).invoke(() -> begun.add(() -> settlement.beginPayment(job.paymentId(), trace)));
      case SettleRefund job ->
          watch(job).invoke(() -> begun.add(() -> settlement.beginRefund(job.refundId(), trace)));
    };
  }

  private Uni<Void> watch(ReconcilePayment job) {
    return payments
        .lock(job.paymentId())
        .chain(payment ->
            payment != null && payment.isOpen()
                ? timers.watch(payment)
                : Uni.createFrom().voidItem());
  }

  private Uni<Void> watch(SettleRefund job) {
    return payments
        .lock(job.paymentId())
        .chain(payment -> refunds.findById(job.refundId()))
        .chain(refund ->
            refund != null && refund.isPending()
                ? timers.watch(refund)
                : Uni.createFrom().voidItem());
  }
}
