package io.stallcast.payment.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.payment.PaymentProvider.ChargeOutcome;
import io.stallcast.payment.PaymentProvider.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A charge as the test provider tells it. */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record TestCharge(String id, String status, String failureCode, String challengeUrl) {

  ChargeOutcome toOutcome() {
    return switch (status) {
      case "succeeded" -> new ChargeOutcome.Charged(id);
      case "failed" -> new ChargeOutcome.Declined(failureCode);
      case "requires_challenge" -> new ChargeOutcome.ChallengeWanted(id, challengeUrl);
      case "cancelled" -> new ChargeOutcome.Closed();
      default -> throw new IllegalStateException("unknown status " + status);
    };
  }

  /** What is to be charged. */
  @RegisterForReflection
  record Wanted(long amount, String currency, String token, Map<String, String> metadata) {
    static Wanted of(Order order) {
      return new Wanted(
          order.amount().amount(),
          order.amount().currency(),
          order.token(),
          Map.of(
              "payment_id", order.paymentId().toString(), "order_id", order.orderId().toString()));
    }

    @Override
    public String toString() {
      return "Wanted[" + amount + " " + currency + "]";
    }
  }

  /** The charges of a key: one or none. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(List<TestCharge> items) {
    Optional<ChargeOutcome> toOutcome() {
      return items.stream().findFirst().map(TestCharge::toOutcome);
    }
  }

  /** Names the key to be closed. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Key(String idempotencyKey) {}

  /** What is to be given back. */
  @RegisterForReflection
  record RefundWanted(long amount) {}

  /** What was given back. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Refund(String id) {}
}
