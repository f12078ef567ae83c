package io.stallcast.streaming;

import java.time.Instant;
import java.util.UUID;

/**
 * What lets somebody watch a stream.
 *
 * @param viewerId null for an anonymous viewer, who watches free streams only
 * @param productId what entitles the viewer; null where nothing needs to
 * @param entitlement version of the entitlement, as {@code access.events} count it; 0 where
 *     payment-service has said so and its event is still to come
 * @param until when the entitlement ends by itself; null where it does not
 */
public record Pass(UUID streamId, UUID viewerId, UUID productId, long entitlement, Instant until) {

  /** For whoever needs no entitlement; {@code viewerId} may be null. */
  public static Pass unconditional(UUID streamId, UUID viewerId) {
    return new Pass(streamId, viewerId, null, 0, null);
  }

  public boolean isConditional() {
    return productId != null;
  }
}
