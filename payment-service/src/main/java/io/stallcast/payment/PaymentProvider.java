package io.stallcast.payment;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.money.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * Who moves the money. Every call may be repeated: the payment's and the refund's id are the
 * provider's idempotency keys. Calls fail where the answer is not known, and with {@link NotAsked}
 * where it is certain that the provider has not heard of them.
 */
public interface PaymentProvider {

  /** Takes the money, or tells what became of the first try. */
  Uni<ChargeOutcome> charge(Order order);

  /** What became of a payment; empty where the provider has not heard of it yet. */
  Uni<Optional<ChargeOutcome>> find(UUID paymentId);

  /**
   * Sees to it that a payment which has not been charged never will be.
   *
   * @return {@link ChargeOutcome.Closed}, or the outcome that came before
   */
  Uni<ChargeOutcome> close(UUID paymentId);

  /** Gives money back, or tells that it was. */
  Uni<RefundOutcome> refund(UUID refundId, String chargeId, long amount);

  /** Completes where the provider answers us, fails where it doesn't. */
  Uni<Void> ping();

  /**
   * What to charge.
   *
   * @param token the provider's name for the card
   */
  record Order(UUID paymentId, UUID orderId, Money amount, String token) {
    public static Order of(Payment payment) {
      return new Order(payment.id(), payment.orderId(), payment.amount(), payment.token());
    }

    @Override
    public String toString() {
      return "Order[" + paymentId + ", " + amount + "]";
    }
  }

  /** What became of a payment at the provider. */
  sealed interface ChargeOutcome {
    /** The money was taken. */
    record Charged(String chargeId) implements ChargeOutcome {}

    /** The card was refused. */
    record Declined(String code) implements ChargeOutcome {}

    /** The buyer has to confirm it there. */
    record ChallengeWanted(String chargeId, String url) implements ChargeOutcome {}

    /** It was not charged and never will be. */
    record Closed() implements ChargeOutcome {}
  }

  /** What became of a refund at the provider. */
  sealed interface RefundOutcome {
    record Given(String providerRefundId) implements RefundOutcome {}

    /** The provider will not, however often it is asked. */
    record Refused() implements RefundOutcome {}
  }

  /** The provider was not called: too many calls are under way, or the last ones failed. */
  class NotAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAsked(Throwable cause) {
      super(cause.getMessage(), cause, false, false);
    }
  }
}
