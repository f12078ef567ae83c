package io.stallcast.platform.event.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the saga's partners answer, and what its own clock says. Subject the order's id. The
 * correlation is the command's, unchanged.
 */
@OnTopic(
    value = Topic.SAGA_REPLIES,
    by = {"catalog-service", "payment-service", "order-service"})
@RegisterForReflection
public sealed interface SagaReply {
  UUID orderId();

  Correlation correlation();

  @RegisterForReflection
  @EventType("inventory.reserved")
  record InventoryReserved(Correlation correlation, UUID orderId) implements SagaReply {}

  /**
   * @param code {@code out_of_stock}, {@code price_changed} or {@code product_unavailable}
   * @param detail a sentence for the buyer
   */
  @RegisterForReflection
  @EventType("inventory.rejected")
  record InventoryRejected(Correlation correlation, UUID orderId, String code, String detail)
      implements SagaReply {}

  /**
   * @param licenceKeys the keys handed over, by product; empty where none was sold
   */
  @RegisterForReflection
  @EventType("inventory.committed")
  record InventoryCommitted(
      Correlation correlation, UUID orderId, Map<UUID, List<String>> licenceKeys)
      implements SagaReply {
    @Override
    public String toString() {
      return "InventoryCommitted[" + correlation + ", orderId=" + orderId + "]";
    }
  }

  @RegisterForReflection
  @EventType("inventory.released")
  record InventoryReleased(Correlation correlation, UUID orderId) implements SagaReply {}

  @RegisterForReflection
  @EventType("payment.processed")
  record PaymentProcessed(Correlation correlation, UUID orderId, UUID paymentId)
      implements SagaReply {}

  /**
   * @param code {@code declined}, {@code insufficient_funds}, {@code provider_unavailable}, {@code
   *     payment_timeout}, {@code challenge_expired} or {@code payment_voided}
   * @param detail a sentence for the buyer
   */
  @RegisterForReflection
  @EventType("payment.failed")
  record PaymentFailed(Correlation correlation, UUID orderId, String code, String detail)
      implements SagaReply {}

  /**
   * The buyer's bank wants to see the buyer before it pays; the step goes on when the challenge is
   * met, and fails when it is not in time.
   *
   * @param challengeUrl where the buyer meets it
   */
  @RegisterForReflection
  @EventType("payment.challenged")
  record PaymentChallenged(Correlation correlation, UUID orderId, String challengeUrl)
      implements SagaReply {}

  @RegisterForReflection
  @EventType("payment.voided")
  record PaymentVoided(Correlation correlation, UUID orderId) implements SagaReply {}

  @RegisterForReflection
  @EventType("access.grant-confirmed")
  record AccessGranted(Correlation correlation, UUID orderId) implements SagaReply {}

  @RegisterForReflection
  @EventType("access.revoke-confirmed")
  record AccessRevoked(Correlation correlation, UUID orderId) implements SagaReply {}

  /** No answer came in time: a delayed message of the saga to itself. */
  @RegisterForReflection
  @EventType("saga.step-timed-out")
  record StepTimedOut(Correlation correlation, UUID orderId) implements SagaReply {}
}
