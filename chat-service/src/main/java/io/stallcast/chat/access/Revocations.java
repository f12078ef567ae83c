package io.stallcast.chat.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.stallcast.chat.AccessLost;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.platform.event.payment.AccessEvent.AccessGranted;
import io.stallcast.platform.event.payment.AccessEvent.AccessRevoked;
import io.stallcast.platform.fanout.Ears;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;

/** What was revoked lately, as this pod has heard; the table may hear of it later. */
@ApplicationScoped
class Revocations {
  private static final Duration MEMORY = Duration.ofMinutes(15);

  private final Cache<Key, Long> versions = Caffeine.newBuilder().expireAfterWrite(MEMORY).build();
  private final Event<AccessLost> losses;

  Revocations(Event<AccessLost> losses) {
    this.losses = losses;
  }

  private record Key(UUID userId, UUID productId) {
    static Key of(AccessEvent.Entitlement told) {
      return new Key(told.userId(), told.productId());
    }
  }

  void listen(@Observes Ears ears) {
    ears.hear(Topic.ACCESS_EVENTS, AccessEvent.class, MEMORY, this::hear);
  }

  boolean concern(UUID userId, Entitlements.Held held) {
    var revoked = versions.getIfPresent(new Key(userId, held.productId()));
    return revoked != null && held.version() <= revoked;
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
