package io.stallcast.payment.refunding;

import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentProblem;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for money back.
 *
 * @param amount null for all that is left
 * @param reason may be null
 */
record AskForRefund(
    @Valid @Schema(description = "All that is left, where absent") Money amount,
    @Size(max = 200) String reason) {
  static final AskForRefund ALL = new AskForRefund(null, null);

  /** The minor units asked for; null for all that is left. */
  Long minorUnitsOf(Payment payment) {
    if (amount == null) {
      return null;
    }
    if (!amount.currency().equals(payment.amount().currency())) {
      throw new ProblemException(
          PaymentProblem.CURRENCY_MISMATCH, "It was paid in " + payment.amount().currency() + ".");
    }
    if (amount.isZero()) {
      throw ProblemException.invalid("amount", "must be above zero");
    }
    return amount.amount();
  }
}
