package io.stallcast.payment;

import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refund as clients see it.
 *
 * @param reason may be null
 * @param completedAt when the provider decided; null before
 */
@Schema(name = "Refund")
public record RefundView(
    UUID id,
    UUID paymentId,
    Money amount,
    @Schema(enumeration = {"pending", "succeeded", "failed"}) String status,
    String reason,
    Instant createdAt,
    Instant completedAt) {

  public static RefundView of(Refund refund, Payment payment) {
    return new RefundView(
        refund.id(),
        refund.paymentId(),
        new Money(refund.amount(), payment.amount().currency()),
        refund.status(),
        refund.reason(),
        refund.createdAt(),
        refund.completedAt());
  }
}
