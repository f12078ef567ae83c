package io.stallcast.payment.commands;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for the payment of an order.
 *
 * @param amount above zero
 * @param paymentToken the provider's name for the card
 */
record ProcessRequest(
    @NotNull UUID orderId,
    @NotNull UUID buyerId,
    @NotNull @Valid Money amount,
    @NotBlank @Size(max = 200) String paymentToken,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

  /** One product of the order. */
  @Schema(name = "PaidLine")
  record Line(
      @NotNull UUID productId,
      long productVersion,
      @NotNull UUID creatorId,
      @NotBlank String title,
      @NotBlank String kind,
      @Schema(required = true) @Min(1) int quantity,
      @NotNull @Valid Money unitPrice) {
    OrderLine toOrderLine() {
      return new OrderLine(productId, productVersion, creatorId, title, kind, quantity, unitPrice);
    }
  }

  @JsonIgnore
  @AssertTrue(message = "must be above zero")
  boolean isAmountAboveZero() {
    return amount == null || amount.amount() > 0;
  }

  ProcessPayment toCommand() {
    return new ProcessPayment(
        null,
        orderId,
        buyerId,
        amount,
        paymentToken,
        lines.stream().map(Line::toOrderLine).toList());
  }
}
