package io.stallcast.order.saga;

import static io.stallcast.order.saga.Step.step;

import io.stallcast.order.Order;
import io.stallcast.order.OrderFailure;
import io.stallcast.order.saga.Outcome.Challenged;
import io.stallcast.order.saga.Outcome.Done;
import io.stallcast.order.saga.Outcome.Refused;
import io.stallcast.order.saga.Outcome.TimedOut;
import io.stallcast.order.saga.Outcome.Undone;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.event.order.AccessCommand.RevokeAccess;
import io.stallcast.platform.event.order.InventoryCommand.CommitInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReleaseInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReserveInventory;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.event.order.PaymentCommand.VoidPayment;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaReply.AccessGranted;
import io.stallcast.platform.event.order.SagaReply.AccessRevoked;
import io.stallcast.platform.event.order.SagaReply.InventoryCommitted;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.InventoryReleased;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.event.order.SagaReply.PaymentChallenged;
import io.stallcast.platform.event.order.SagaReply.PaymentFailed;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.event.order.SagaReply.PaymentVoided;
import io.stallcast.platform.event.order.SagaReply.StepTimedOut;
import io.stallcast.platform.event.order.SagaStep;
import java.util.List;

/** The purchase: its steps from top to bottom, each with what undoes it, and what replies mean. */
final class PurchaseSaga {
  static final List<Step> STEPS =
      List.of(
          step(SagaStep.RESERVE_INVENTORY, Topic.INVENTORY_COMMANDS, PurchaseSaga::reserveInventory)
              .undoneBy(PurchaseSaga::releaseInventory)
              .givenUpAs("reservation_timeout", "The stock could not be reserved in time."),
          // the pivot: what fails up to here is undone, what comes after it is done, unless an
          // operator says otherwise
          step(SagaStep.PROCESS_PAYMENT, Topic.PAYMENT_COMMANDS, PurchaseSaga::processPayment)
              .undoneBy(PurchaseSaga::voidPayment)
              .givenUpAs("payment_timeout", "The payment was not decided in time.")
              .onlyFor(order -> !order.total().isZero()),
          step(SagaStep.GRANT_ACCESS, Topic.ACCESS_COMMANDS, PurchaseSaga::grantAccess)
              .undoneBy(PurchaseSaga::revokeAccess),
          // undone with the reservation
          step(SagaStep.CONFIRM_ORDER, Topic.INVENTORY_COMMANDS, PurchaseSaga::commitInventory));

  static final OrderFailure CANCELLED_BY_BUYER =
      new OrderFailure("cancelled_by_buyer", "You have cancelled the order.");
  static final OrderFailure ABORTED =
      new OrderFailure(
          "aborted_by_operator", "The order could not be completed. Your money goes back.");

  private PurchaseSaga() {}

  static int indexOf(SagaStep step) {
    return STEPS.stream().map(Step::name).toList().indexOf(step);
  }

  // --- reserve_inventory

  private static Object reserveInventory(Saga saga, Order order) {
    return new ReserveInventory(saga.correlation(), order.id(), order.buyerId(), order.lines());
  }

  private static Object releaseInventory(Saga saga, Order order) {
    return new ReleaseInventory(saga.correlation(), order.id());
  }

  // --- process_payment

  private static Object processPayment(Saga saga, Order order) {
    return new ProcessPayment(
        saga.correlation(),
        order.id(),
        order.buyerId(),
        order.total(),
        saga.paymentToken(),
        order.lines());
  }

  private static Object voidPayment(Saga saga, Order order) {
    return new VoidPayment(saga.correlation(), order.id());
  }

  // --- grant_access

  private static Object grantAccess(Saga saga, Order order) {
    return new GrantAccess(saga.correlation(), order.id(), order.buyerId(), order.lines());
  }

  private static Object revokeAccess(Saga saga, Order order) {
    return new RevokeAccess(saga.correlation(), order.id());
  }

  // --- confirm_order

  private static Object commitInventory(Saga saga, Order order) {
    return new CommitInventory(saga.correlation(), order.id());
  }

  // --- replies

  static Outcome outcome(SagaReply reply) {
    return switch (reply) {
      case InventoryReserved ignored -> new Done((saga, order, now) -> order.markReserved());
      case InventoryRejected r -> new Refused(new OrderFailure(r.code(), r.detail()));
      case InventoryReleased ignored -> new Undone();
      case PaymentProcessed r -> new Done((saga, order, now) -> order.markPaid(r.paymentId()));
      case PaymentChallenged r -> new Challenged(r.challengeUrl());
      case PaymentFailed r -> new Refused(new OrderFailure(r.code(), r.detail()));
      case PaymentVoided ignored -> new Undone();
      case AccessRevoked ignored -> new Undone();
      case AccessGranted ignored -> new Done((saga, order, now) -> order.markGranted());
      case InventoryCommitted r ->
          new Done((saga, order, now) -> {
            saga.handOver(r.licenceKeys());
            order.confirm(now);
          });
      case StepTimedOut ignored -> new TimedOut();
    };
  }
}
