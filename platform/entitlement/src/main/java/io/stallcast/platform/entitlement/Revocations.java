package io.stallcast.platform.entitlement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.platform.event.payment.AccessEvent.AccessGranted;
import io.stallcast.platform.event.payment.AccessEvent.AccessRevoked;
import io.stallcast.platform.fanout.Ears;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * What was revoked lately, as this pod has heard: what was signed before, and what the table says
 * that hears of it later, is outweighed by it. A revocation is remembered far longer than both
 * take, or until the entitlement is granted anew. Each is told as {@link AccessLost}. Safe for use
 * by several threads.
 */
@ApplicationScoped
public class Revocations {
  private final Cache<Key, Long> versions;
  private final EntitlementConfig config;
  private final Event<AccessLost> losses;

  Revocations(EntitlementConfig config, Event<AccessLost> losses) {
    this.config = config;
    this.losses = losses;
    this.versions = Caffeine.newBuilder().expireAfterWrite(config.revocationMemory()).build();
  }

  private record Key(UUID userId, UUID productId) {
    static Key of(AccessEvent.Entitlement told) {
      return new Key(told.userId(), told.productId());
    }
  }

  void listen(@Observes Ears ears) {
    ears.hear(Topic.ACCESS_EVENTS, AccessEvent.class, config.revocationMemory(), this::hear);
  }

  /** Whether an entitlement was revoked since it was as it is here. */
  public boolean concern(Entitlement held) {
    return concern(held.userId(), held.productId(), held.version());
  }

  /** As the other, by the version alone; 0 for one that is not known. */
  public boolean concern(UUID userId, UUID productId, long version) {
    var revoked = versions.getIfPresent(new Key(userId, productId));
    return revoked != null && version <= revoked;
  }

  private void hear(Envelope<AccessEvent> event) {
    switch (event.data()) {
      case AccessGranted e -> versions.invalidate(Key.of(e.entitlement()));
      case AccessRevoked e -> revoke(Key.of(e.entitlement()), event.sequence());
    }
  }

  private void revoke(Key key, long version) {
    versions.put(key, version);
    losses.fire(new AccessLost(key.userId(), key.productId()));
  }
}
