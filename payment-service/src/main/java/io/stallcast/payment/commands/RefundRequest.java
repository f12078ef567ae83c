package io.stallcast.payment.commands;

import io.stallcast.platform.event.order.PaymentCommand.RefundPayment;
import io.stallcast.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Asks for money of an order's payment.
 *
 * @param refundId the caller's; the same one is refunded once
 * @param amount null for all that is left
 * @param reason may be null
 */
record RefundRequest(
    @NotNull UUID orderId,
    @NotNull UUID refundId,
    @Valid Money amount,
    @Size(max = 200) String reason) {

  RefundPayment toCommand() {
    return new RefundPayment(null, orderId, refundId, amount, reason);
  }
}
