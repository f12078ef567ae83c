package io.stallcast.payment.settlement;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentJob;
import io.stallcast.payment.PaymentJob.ReconcilePayment;
import io.stallcast.payment.PaymentJob.SettleRefund;
import io.stallcast.payment.PaymentTimers;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refunds;
import io.stallcast.payment.Settlement;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the jobs: sets the next timer, and after the commit hands over to the pool. */
@ApplicationScoped
class PaymentJobs {
  private final Inbox inbox;
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final Refunds refunds;
  private final PaymentTimers timers;
  private final Settlement settlement;

  PaymentJobs(
      Inbox inbox,
      UnitOfWork unitOfWork,
      Payments payments,
      Refunds refunds,
      PaymentTimers timers,
      Settlement settlement) {
    this.inbox = inbox;
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.refunds = refunds;
    this.timers = timers;
    this.settlement = settlement;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(Topic.PAYMENT_JOBS, PaymentJob.class, this::paymentsOf, this::apply);
  }

  @Incoming("payment-jobs")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  /** By their ids; locked, as all lock several. */
  private Uni<Map<UUID, Payment>> paymentsOf(List<Envelope<PaymentJob>> jobs) {
    var ids = jobs.stream().map(job -> job.data().paymentId()).collect(toSet());
    return payments
        .lockAll(ids)
        .map(found -> found.stream().collect(toMap(Payment::id, identity())));
  }

  private Uni<Void> apply(Envelope<PaymentJob> envelope, Map<UUID, Payment> known) {
    var trace = Context.current();
    return switch (envelope.data()) {
      case ReconcilePayment job ->
          watch(known.get(job.paymentId()))
              .invoke(() -> begin(() -> settlement.beginPayment(job.paymentId(), trace)));
      case SettleRefund job ->
          watch(job).invoke(() -> begin(() -> settlement.beginRefund(job.refundId(), trace)));
    };
  }

  private void begin(Runnable settling) {
    unitOfWork.afterCommit(settling);
  }

  private Uni<Void> watch(Payment payment) {
    return payment != null && payment.isOpen()
        ? timers.watch(payment)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> watch(SettleRefund job) {
    return refunds
        .findById(job.refundId())
        .chain(refund ->
            refund != null && refund.isPending()
                ? timers.watch(refund)
                : Uni.createFrom().voidItem());
  }
}
