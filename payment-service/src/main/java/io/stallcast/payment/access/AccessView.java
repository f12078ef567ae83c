package io.stallcast.payment.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the caller may use a product.
 *
 * @param since null where not granted
 * @param until null where it does not end by itself
 * @param source the order it comes from; null where not granted
 */
@Schema(name = "Access")
record AccessView(UUID productId, boolean granted, Instant since, Instant until, UUID source) {

  /**
   * @param holding null where nothing entitles the caller
   */
  static AccessView of(UUID productId, Entitlement holding) {
    return holding == null
        ? new AccessView(productId, false, null, null, null)
        : new AccessView(productId, true, holding.since(), holding.until(), holding.orderId());
  }
}
