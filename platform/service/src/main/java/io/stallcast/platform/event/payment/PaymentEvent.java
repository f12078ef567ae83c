package io.stallcast.platform.event.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/** What happened to a payment. Subject the payment's id, sequence the payment's version. */
@OnTopic(value = Topic.PAYMENT_EVENTS, by = "payment-service")
@RegisterForReflection
public sealed interface PaymentEvent {

  @RegisterForReflection
  @EventType("payment.processed")
  record PaymentProcessed(UUID paymentId, UUID orderId, UUID buyerId, Money amount, Instant at)
      implements PaymentEvent {}

  @RegisterForReflection
  @EventType("payment.failed")
  record PaymentFailed(
      UUID paymentId, UUID orderId, UUID buyerId, Money amount, String code, Instant at)
      implements PaymentEvent {}

  /**
   * @param amount given back this time
   * @param refundedInAll given back by all refunds so far
   * @param full whether nothing of the payment is left, which ends the access
   */
  @RegisterForReflection
  @EventType("payment.refunded")
  record PaymentRefunded(
      UUID paymentId,
      UUID refundId,
      UUID orderId,
      UUID buyerId,
      Money amount,
      Money refundedInAll,
      boolean full,
      Instant at)
      implements PaymentEvent {}
}
