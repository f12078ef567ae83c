package io.stallcast.streaming.playback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How playback tokens are made. */
@ConfigMapping(prefix = "stallcast.streaming.playback")
public interface PlaybackConfig {

  /** Signs the tokens: at least 32 random characters, the same on every pod. No default. */
  Optional<String> signingKey();

  /** How long a token lives, if the entitlement does. */
  @WithDefault("60s")
  @DurationMin(seconds = 5)
  @DurationMax(seconds = 60)
  Duration tokenLifetime();
}
