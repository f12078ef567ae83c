package io.stallcast.payment;

import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.payment.PaymentState.Failed;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payment as clients see it.
 *
 * @param amount null for an order that was called off before it was to be paid
 * @param refunded given back so far; null as the amount
 * @param failure null unless it failed
 * @param challengeUrl where the buyer confirms it; null unless that is waited for
 */
@Schema(name = "Payment")
public record PaymentView(
    UUID id,
    UUID orderId,
    @Schema(
            enumeration = {
              "pending",
              "challenged",
              "succeeded",
              "failed",
              "voided",
              "partially_refunded",
              "refunded"
            })
        String status,
    Money amount,
    Money refunded,
    Failure failure,
    String challengeUrl,
    Instant createdAt,
    List<RefundView> refunds) {

  /**
   * Why a payment failed.
   *
   * @param code stable, such as {@code declined}
   */
  @Schema(name = "PaymentFailure")
  public record Failure(String code, String detail) {}

  public static PaymentView of(Payment payment, List<Refund> refunds) {
    var isTombstone = payment.buyerId() == null;
    var state = payment.state();
    return new PaymentView(
        payment.id(),
        payment.orderId(),
        state.status(),
        isTombstone ? null : payment.amount(),
        isTombstone ? null : payment.refunded(),
        state instanceof Failed failed ? new Failure(failed.code(), failed.detail()) : null,
        state instanceof Challenged challenged ? challenged.url() : null,
        payment.createdAt(),
        refunds.stream().map(refund -> RefundView.of(refund, payment)).toList());
  }
}
