package io.stallcast.platform.event.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * What happened to an entitlement. Subject {@link #subject(UUID, UUID) user:product}, sequence the
 * entitlement's version; each event carries the whole state.
 */
@OnTopic(value = Topic.ACCESS_EVENTS, by = "payment-service")
@RegisterForReflection
public sealed interface AccessEvent {
  /** The key under which a user's entitlement to a product travels: {@code user:product}. */
  static String subject(UUID userId, UUID productId) {
    return userId + ":" + productId;
  }

  /**
   * Who may use what.
   *
   * @param until null where it does not end by itself
   * @param orderId the purchase it comes from
   */
  @RegisterForReflection
  record Entitlement(
      UUID userId, UUID productId, Instant since, @Nullable Instant until, UUID orderId) {}

  @RegisterForReflection
  @EventType("access.granted")
  record AccessGranted(Entitlement entitlement) implements AccessEvent {}

  @RegisterForReflection
  @EventType("access.revoked")
  record AccessRevoked(Entitlement entitlement, Instant revokedAt) implements AccessEvent {}
}
