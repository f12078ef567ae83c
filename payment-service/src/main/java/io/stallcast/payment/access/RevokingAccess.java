package io.stallcast.payment.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.MoneyListener;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentState.Paid;
import io.stallcast.payment.Refund;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.AccessCommand.RevokeAccess;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Ends the access that an order gave: all of its money went back, or its saga is undone. */
@ApplicationScoped
class RevokingAccess implements MoneyListener {
  private final Entitlements entitlements;
  private final Outbox outbox;
  private final Clock clock;

  RevokingAccess(Entitlements entitlements, Outbox outbox, Clock clock) {
    this.entitlements = entitlements;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Uni<Void> charged(Payment payment) {
    return Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Void> refunded(Payment payment, Refund refund) {
    return payment.state() instanceof Paid
        ? Uni.createFrom().voidItem()
        : revoke(payment.orderId());
  }

  /** Within a unit of work; answers each asking. */
  Uni<Void> revoke(RevokeAccess command) {
    var order = command.orderId();
    return revoke(order)
        .chain(() ->
            outbox.append(
                OutboxMessage.of(
                    Topic.SAGA_REPLIES,
                    order,
                    0,
                    new SagaReply.AccessRevoked(command.correlation(), order))));
  }

  private Uni<Void> revoke(UUID orderId) {
    return entitlements
        .refuse(orderId)
        .chain(first -> first ? revokeAll(orderId) : Uni.createFrom().voidItem());
  }

  private Uni<Void> revokeAll(UUID orderId) {
    return entitlements
        .ofOrder(orderId)
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .invoke(entitlement -> entitlement.revoke(clock.instant()))
        .onItem()
        .transformToUniAndConcatenate(entitlements::publish)
        .onItem()
        .ignoreAsUni();
  }
}
