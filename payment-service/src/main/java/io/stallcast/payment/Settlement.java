package io.stallcast.payment;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Brings what is pending to its end at the provider, outside any unit of work. */
public interface Settlement {

  /**
   * Begins soon and returns at once; may be called again while it is under way.
   *
   * @param payment as it was committed
   */
  void beginPayment(Payment payment, Context trace);

  /** As the other, for a payment that is known by its id. */
  void beginPayment(UUID paymentId, Context trace);

  /** As {@link #beginPayment}, for a refund. */
  void beginRefund(UUID refundId, Context trace);

  /**
   * Begins, or joins what is under way.
   *
   * @return completes when the outcome is recorded, or the next try is arranged; does not fail
   */
  Uni<Void> payment(UUID paymentId);

  /** As {@link #payment}, for a refund. */
  Uni<Void> refund(UUID refundId);
}
