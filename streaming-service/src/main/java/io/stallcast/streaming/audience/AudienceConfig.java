package io.stallcast.streaming.audience;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How viewers are counted; the same on all pods. */
@ConfigMapping(prefix = "stallcast.streaming.audience")
interface AudienceConfig {

  /** How often pods tell who came and went, and viewers how many they are. */
  @WithDefault("1s")
  Duration beat();

  /** After how many beats a pod tells everybody who is there. */
  @WithDefault("5")
  @Min(1)
  int beatsOfRound();

  /** After which a silent pod is forgotten; longer than some beats. */
  @WithDefault("5s")
  Duration silence();

  /** Viewers of a stream up to which they are counted one by one. */
  @WithDefault("10000")
  @Min(1)
  int exactUpTo();
}
