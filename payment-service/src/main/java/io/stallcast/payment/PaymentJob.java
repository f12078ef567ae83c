package io.stallcast.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.util.UUID;

/** What the service puts off to itself. Subject the payment's id. */
@OnTopic(Topic.PAYMENT_JOBS)
@RegisterForReflection
public sealed interface PaymentJob {
  UUID paymentId();

  /** Find out what became of a payment that is still open, and see to it that it ends. */
  @RegisterForReflection
  @EventType("payment.reconcile")
  record ReconcilePayment(UUID paymentId) implements PaymentJob {}

  /** Give the money of a refund back, if that has not been done. */
  @RegisterForReflection
  @EventType("payment.settle-refund")
  record SettleRefund(UUID refundId, UUID paymentId) implements PaymentJob {}
}
