package io.stallcast.catalog.reservation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units that another service wants to be held for an order. */
record ReserveUnits(
    @NotNull UUID orderId, @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items) {

  /** Units of one product. */
  @Schema(name = "ReservedItem")
  record Item(
      @NotNull UUID productId, @Schema(required = true) @Min(1) @Max(1_000_000) long quantity) {}

  HoldRequest toHoldRequest(Instant expiresAt) {
    var lines =
        items.stream()
            .map(item -> new HoldRequest.Line(item.productId(), item.quantity(), null))
            .toList();
    return new HoldRequest(orderId, null, lines, expiresAt);
  }
}
