package io.stallcast.platform.entitlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How entitlements are looked after. */
@ConfigMapping(prefix = "stallcast.entitlements")
interface EntitlementConfig {

  /**
   * How long each pod remembers what was revoked, and how far a starting one looks back: longer
   * than whatever was signed by an entitlement lives, and than the table may lag behind.
   */
  @WithDefault("15m")
  Duration revocationMemory();
}
