package io.stallcast.order.refund;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a buyer wants the money back. */
@Schema(name = "RefundOrder")
public record RefundRequest(
    @Size(max = 500) @Schema(nullable = true, description = "In the buyer's words") String reason) {

  static String reasonOf(RefundRequest request) {
    return request == null || request.reason() == null ? "requested_by_buyer" : request.reason();
  }
}
