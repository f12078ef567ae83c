package io.stallcast.catalog.reservation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.catalog.ProductStatus;
import java.util.UUID;

/** What a buyer is told about a product whose units are asked for. */
@RegisterForReflection
record Offer(UUID productId, String title, ProductStatus status) {

  boolean isForSale() {
    return status == ProductStatus.PUBLISHED;
  }
}
