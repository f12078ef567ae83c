package io.stallcast.streaming;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How viewers are reminded of streams. */
@ConfigMapping(prefix = "stallcast.streaming.reminders")
public interface ReminderConfig {

  /** How long before the beginning. */
  @WithDefault("10m")
  Duration lead();

  /** How many are reminded in one unit of work. */
  @WithDefault("500")
  @Min(1)
  int batch();
}
