package io.stallcast.notification.telling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Whether what is to be told of the present is no news of the past by now. */
@ApplicationScoped
class Freshness {
  private final TellingConfig config;
  private final Clock clock;

  Freshness(TellingConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Whether what happens or happened at that time is still worth telling. */
  boolean has(Instant time) {
    return clock.instant().isBefore(time.plus(config.freshFor()));
  }
}
