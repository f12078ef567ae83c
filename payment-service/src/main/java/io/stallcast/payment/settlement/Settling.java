package io.stallcast.payment.settlement;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentProvider;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refund;
import io.stallcast.payment.Refunds;
import io.stallcast.payment.Settlement;
import io.stallcast.platform.transaction.GroupCommit;
import io.stallcast.platform.transaction.UnitOfWork;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Read what is pending, ask the provider, record the outcome: three steps, no lock held between.
 */
@ApplicationScoped
class Settling implements Settlement {
  private static final int MOST_IN_A_GROUP = 32;

  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final Refunds refunds;
  private final PaymentProvider provider;
  private final AskingProvider asking;
  private final GroupCommit<Settled, Payment> recording;
  private final RecordingRefund recordingRefund;
  private final ProviderPool pool;
  private final SettlementMetrics metrics;

  Settling(
      UnitOfWork unitOfWork,
      Payments payments,
      Refunds refunds,
      PaymentProvider provider,
      AskingProvider asking,
      RecordingPayment recordingPayment,
      RecordingRefund recordingRefund,
      ProviderPool pool,
      SettlementMetrics metrics) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.refunds = refunds;
    this.provider = provider;
    this.asking = asking;
    this.recording =
        GroupCommit.ofEach(
            unitOfWork,
            MOST_IN_A_GROUP,
            group -> payments.lockAll(group.stream().map(Settled::paymentId).toList()),
            settled -> recordingPayment.record(settled.paymentId(), settled.attempt()));
    this.recordingRefund = recordingRefund;
    this.pool = pool;
    this.metrics = metrics;
  }

  /** What the provider has said of a payment, or that it has not. */
  private record Settled(UUID paymentId, Attempt attempt) {}

  @Override
  public void beginPayment(Payment payment, Context trace) {
    pool.run(payment.id(), Uni.createFrom().deferred(() -> settle(payment, trace)));
  }

  @Override
  public void beginPayment(UUID paymentId, Context trace) {
    runPayment(paymentId, trace);
  }

  @Override
  public void beginRefund(UUID refundId, Context trace) {
    runRefund(refundId, trace);
  }

  @Override
  public Uni<Void> payment(UUID paymentId) {
    var trace = Context.current();
    return resumed(() -> runPayment(paymentId, trace));
  }

  @Override
  public Uni<Void> refund(UUID refundId) {
    var trace = Context.current();
    return resumed(() -> runRefund(refundId, trace));
  }

  /**
   * Those who join the same work go on each on a context of their own: a session belongs to one.
   */
  private static Uni<Void> resumed(Supplier<CompletionStage<Void>> work) {
    var caller = Vertx.currentContext();
    var done = Uni.createFrom().completionStage(work);
    return caller == null ? done : done.emitOn(task -> caller.runOnContext(ignored -> task.run()));
  }

  private CompletionStage<Void> runPayment(UUID paymentId, Context trace) {
    return pool.run(
        paymentId,
        unitOfWork
            .commitApart(trace, () -> payments.findById(paymentId))
            .chain(payment -> settle(payment, trace)));
  }

  private CompletionStage<Void> runRefund(UUID refundId, Context trace) {
    return pool.run(
        refundId,
        unitOfWork
            .commitApart(trace, () -> refunds.findById(refundId))
            .chain(refund -> settle(refund, trace)));
  }

  private Uni<Void> settle(Payment payment, Context trace) {
    if (payment == null || !payment.isOpen()) {
      return Uni.createFrom().voidItem();
    }
    return asking
        .about(payment)
        .chain(attempt -> recording.commit(trace, new Settled(payment.id(), attempt)))
        .invoke(metrics::ended)
        .replaceWithVoid();
  }

  private Uni<Void> settle(Refund refund, Context trace) {
    if (refund == null || !refund.isPending()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .commitApart(trace, () -> payments.findById(refund.paymentId()))
        .chain(payment -> provider.refund(refund.id(), payment.chargeId(), refund.amount()))
        .chain(
            outcome -> unitOfWork.commitApart(trace, () -> recordingRefund.record(refund, outcome)))
        .invoke(metrics::refunded)
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(
            failure -> unitOfWork.commitApart(trace, () -> recordingRefund.unknown(refund)));
  }
}
