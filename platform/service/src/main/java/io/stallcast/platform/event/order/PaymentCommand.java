package io.stallcast.platform.event.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.money.Money;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/**
 * What a saga asks of payment-service about money. Subject the order's id. Each is idempotent by
 * order.
 */
@OnTopic(value = Topic.PAYMENT_COMMANDS, by = "order-service")
@RegisterForReflection
public sealed interface PaymentCommand {
  UUID orderId();

  Correlation correlation();

  /**
   * Take the money. Answered by {@link SagaReply.PaymentProcessed} or {@link
   * SagaReply.PaymentFailed}.
   *
   * @param amount what to charge; never zero
   * @param paymentToken the provider's token for the buyer's card
   * @param lines what is paid for, to book the creators' shares
   */
  @RegisterForReflection
  @EventType("payment.process")
  record ProcessPayment(
      Correlation correlation,
      UUID orderId,
      UUID buyerId,
      Money amount,
      String paymentToken,
      List<OrderLine> lines)
      implements PaymentCommand {
    @Override
    public String toString() {
      return "ProcessPayment[" + correlation + ", orderId=" + orderId + ", " + amount + "]";
    }
  }

  /**
   * See to it that the order is not charged: a charge in flight is awaited and then given back, a
   * command that comes later is refused. Answered by {@link SagaReply.PaymentVoided}.
   */
  @RegisterForReflection
  @EventType("payment.void")
  record VoidPayment(Correlation correlation, UUID orderId) implements PaymentCommand {}

  /**
   * Give the money of a settled payment back. The outcome is told by {@link
   * io.stallcast.platform.event.payment.PaymentEvent.PaymentRefunded}; there is no reply, and the
   * correlation is null.
   *
   * @param refundId identity of the refund; the same one is refunded once
   * @param amount null for all that is left
   */
  @RegisterForReflection
  @EventType("payment.refund")
  record RefundPayment(
      @Nullable Correlation correlation,
      UUID orderId,
      UUID refundId,
      @Nullable Money amount,
      String reason)
      implements PaymentCommand {}
}
