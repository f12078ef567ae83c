package io.stallcast.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions live. */
@ConfigMapping(prefix = "stallcast.auth.sessions")
public interface SessionConfig {
  /** How long the predecessor of an unused token is answered after its first use. */
  @WithDefault("PT10S")
  Duration grace();

  /** How long a session lives without being used. */
  @WithDefault("P30D")
  Duration idleLifetime();

  /** How long a session lives at most. */
  @WithDefault("P180D")
  Duration lifetime();

  /** How long a session that is over is kept, for a look at what happened. */
  @WithDefault("P7D")
  Duration keepEnded();
}
