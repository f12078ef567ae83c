package io.stallcast.catalog.inventory;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.catalog.Stock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stock of a product as clients see it. */
@RegisterForReflection
@Schema(name = "Inventory")
record InventoryView(
    UUID productId,
    @Schema(enumeration = {"unlimited", "counted", "licence_keys"}) String policy,
    @Schema(description = "Units that can be bought; absent where there is no limit")
        Long available,
    @Schema(description = "Units held for orders under way") long reserved,
    @Schema(description = "Units of confirmed orders") long sold) {

  static InventoryView of(Stock stock) {
    return new InventoryView(
        stock.productId(),
        stock.policy().wire(),
        stock.available(),
        stock.reserved(),
        stock.sold());
  }
}
