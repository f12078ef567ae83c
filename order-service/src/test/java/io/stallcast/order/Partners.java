package io.stallcast.order;

import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.event.order.AccessCommand.RevokeAccess;
import io.stallcast.platform.event.order.Correlation;
import io.stallcast.platform.event.order.InventoryCommand;
import io.stallcast.platform.event.order.InventoryCommand.CommitInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReleaseInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReserveInventory;
import io.stallcast.platform.event.order.PaymentCommand;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.event.order.PaymentCommand.VoidPayment;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaReply.AccessGranted;
import io.stallcast.platform.event.order.SagaReply.AccessRevoked;
import io.stallcast.platform.event.order.SagaReply.InventoryCommitted;
import io.stallcast.platform.event.order.SagaReply.InventoryReleased;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.event.order.SagaReply.PaymentVoided;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TopicProbe;
import java.util.Map;
import java.util.UUID;

/** What catalog-service and payment-service are asked about an order, and how they answer. */
public final class Partners {
  private final UUID order;
  private final UUID payment = Identifiers.next();

  public Partners(UUID order) {
    this.order = order;
  }

  public UUID payment() {
    return payment;
  }

  public void answer(SagaReply reply) {
    TestEvents.send(Topic.SAGA_REPLIES, order, 0, reply);
  }

  public Correlation askedToReserve() {
    return inventory(ReserveInventory.class, 1);
  }

  public Correlation askedToPay() {
    return payment(ProcessPayment.class, 1);
  }

  public Correlation askedToGrant() {
    return grant(1);
  }

  public Correlation grant(int attempt) {
    return TopicProbe.on(Topic.ACCESS_COMMANDS)
        .await(
            GrantAccess.class,
            e -> e.data().orderId().equals(order) && e.data().correlation().attempt() == attempt)
        .data()
        .correlation();
  }

  public Correlation askedToCommit() {
    return inventory(CommitInventory.class, 1);
  }

  public Correlation askedToRelease() {
    return TopicProbe.on(Topic.INVENTORY_COMMANDS)
        .await(ReleaseInventory.class, order)
        .data()
        .correlation();
  }

  public Correlation askedToVoid() {
    return TopicProbe.on(Topic.PAYMENT_COMMANDS)
        .await(VoidPayment.class, order)
        .data()
        .correlation();
  }

  public <T extends InventoryCommand> Correlation inventory(Class<T> command, int attempt) {
    return TopicProbe.on(Topic.INVENTORY_COMMANDS)
        .await(
            command,
            e -> e.data().orderId().equals(order) && e.data().correlation().attempt() == attempt)
        .data()
        .correlation();
  }

  public <T extends PaymentCommand> Correlation payment(Class<T> command, int attempt) {
    return TopicProbe.on(Topic.PAYMENT_COMMANDS)
        .await(
            command,
            e ->
                e.data().orderId().equals(order)
                    && e.data().correlation() != null
                    && e.data().correlation().attempt() == attempt)
        .data()
        .correlation();
  }

  public void reserve() {
    answer(new InventoryReserved(askedToReserve(), order));
  }

  public void pay() {
    answer(new PaymentProcessed(askedToPay(), order, payment));
  }

  public void grant() {
    answer(new AccessGranted(askedToGrant(), order));
  }

  public void revoke() {
    var asked =
        TopicProbe.on(Topic.ACCESS_COMMANDS).await(RevokeAccess.class, order).data().correlation();
    answer(new AccessRevoked(asked, order));
  }

  public void commit() {
    answer(new InventoryCommitted(askedToCommit(), order, Map.of()));
  }

  public void release() {
    answer(new InventoryReleased(askedToRelease(), order));
  }

  public void voidPayment() {
    answer(new PaymentVoided(askedToVoid(), order));
  }

  /** All the way to the confirmed order. */
  public void fulfil() {
    reserve();
    pay();
    grant();
    commit();
  }
}
