package io.stallcast.streaming.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How access is looked after. */
@ConfigMapping(prefix = "stallcast.streaming.access")
interface AccessConfig {

  /**
   * How long each pod remembers what was revoked, and how far a starting one looks back: longer
   * than a playback token lives, and than the table of entitlements may lag behind.
   */
  @WithDefault("15m")
  Duration revocationMemory();

  /** The longest that a viewer waits for what payment-service says. */
  @WithDefault("3s")
  Duration patience();
}
