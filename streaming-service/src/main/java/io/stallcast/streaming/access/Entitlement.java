package io.stallcast.streaming.access;

import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.streaming.Pass;
import java.time.Instant;
import java.util.UUID;

/**
 * What a user may do with a product.
 *
 * @param version as payment-service counts it; 0 where it was asked and has not said
 * @param until null where it does not end by itself
 */
record Entitlement(UUID userId, UUID productId, long version, boolean granted, Instant until) {

  static Entitlement of(AccessEvent.Entitlement told, long version, boolean granted) {
    return new Entitlement(told.userId(), told.productId(), version, granted, told.until());
  }

  Pass toPass(UUID streamId) {
    return new Pass(streamId, userId, productId, version, until);
  }
}
