package io.stallcast.streaming.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How access is looked after. */
@ConfigMapping(prefix = "stallcast.streaming.access")
interface AccessConfig {

  /** The longest that a viewer waits for what payment-service says. */
  @WithDefault("3s")
  Duration patience();
}
