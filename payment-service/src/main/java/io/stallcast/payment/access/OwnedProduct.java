package io.stallcast.payment.access;

import io.stallcast.platform.paging.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product that the caller may use, as it was when it was bought.
 *
 * @param until null where it does not end by itself
 */
@Schema(name = "OwnedProduct")
record OwnedProduct(
    UUID productId, String title, String kind, Instant since, Instant until, UUID orderId) {

  static OwnedProduct of(Entitlement entitlement) {
    return new OwnedProduct(
        entitlement.productId(),
        entitlement.title(),
        entitlement.kind(),
        entitlement.since(),
        entitlement.until(),
        entitlement.orderId());
  }

  static Cursor cursor(Entitlement entitlement) {
    return Cursor.of(entitlement.since(), entitlement.id());
  }
}
