package io.stallcast.order.cart;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** So many units of a product. */
@RegisterForReflection
public record CartItem(
    @NotNull UUID productId,
    @Schema(required = true) @Min(1) @Max(CartItem.MOST_UNITS) int quantity) {
  static final int MOST_UNITS = 100;
}
