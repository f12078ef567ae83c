package io.stallcast.payment.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.MoneyListener;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentState.Paid;
import io.stallcast.payment.Refund;
import io.stallcast.payment.access.AccessCommands.Asked;
import io.stallcast.payment.access.Entitlements.Change;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.AccessCommand.RevokeAccess;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
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
        : revoke(payment.orderId(), null);
  }

  /** Within a unit of work; answers each asking. */
  Uni<Void> revoke(List<Asked<RevokeAccess>> asked) {
    return Multi.createFrom()
        .iterable(asked)
        .onItem()
        .transformToUniAndConcatenate(ask ->
            revoke(ask.command().orderId(), ask.event())
                .chain(() -> outbox.append(confirmation(ask))))
        .onItem()
        .ignoreAsUni();
  }

  private static OutboxMessage confirmation(Asked<RevokeAccess> ask) {
    var order = ask.command().orderId();
    var reply = new SagaReply.AccessRevoked(ask.command().correlation(), order);
    return OutboxMessage.of(Topic.SAGA_REPLIES, order, 0, reply).causedBy(ask.event());
  }

  private Uni<Void> revoke(UUID orderId, Envelope<?> cause) {
    return entitlements
        .refuse(orderId)
        .chain(first -> first ? revokeAll(orderId, cause) : Uni.createFrom().voidItem());
  }

  private Uni<Void> revokeAll(UUID orderId, Envelope<?> cause) {
    return entitlements
        .ofOrder(orderId)
        .invoke(all -> all.forEach(entitlement -> entitlement.revoke(clock.instant())))
        .map(all -> all.stream().map(revoked -> new Change(revoked, cause)).toList())
        .chain(entitlements::publish);
  }
}
