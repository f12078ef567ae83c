package io.stallcast.platform.testing;

import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.platform.event.payment.AccessEvent.AccessGranted;
import io.stallcast.platform.event.payment.AccessEvent.AccessRevoked;
import io.stallcast.platform.event.payment.AccessEvent.Entitlement;
import java.time.Instant;
import java.util.UUID;

/** What payment-service publishes of entitlements. */
public final class TestEntitlements {
  private TestEntitlements() {}

  /** A user may use a product from now on. */
  public static void grant(UUID user, UUID product, long version) {
    grant(user, product, version, null);
  }

  /**
   * A user may use a product for some time.
   *
   * @param until null for good
   */
  public static void grant(UUID user, UUID product, long version, Instant until) {
    send(user, product, version, new AccessGranted(entitlement(user, product, until)));
  }

  /** A user may use a product no longer. */
  public static void revoke(UUID user, UUID product, long version) {
    send(
        user, product, version, new AccessRevoked(entitlement(user, product, null), Instant.now()));
  }

  private static Entitlement entitlement(UUID user, UUID product, Instant until) {
    return new Entitlement(user, product, Instant.now(), until, UUID.randomUUID());
  }

  private static void send(UUID user, UUID product, long version, AccessEvent event) {
    TestEvents.send(Topic.ACCESS_EVENTS, AccessEvent.subject(user, product), version, event);
  }
}
