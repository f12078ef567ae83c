package io.stallcast.notification.telling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How people are told. */
@ConfigMapping(prefix = "stallcast.notification.telling")
public interface TellingConfig {

  /** How many followers are told in one unit of work. */
  @WithDefault("500")
  @Min(1)
  int batch();

  /** After how long nobody wants to hear any more that a stream begins. */
  @WithDefault("1h")
  Duration freshFor();
}
