package io.stallcast.catalog.reservation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reservations are made and kept. */
@ConfigMapping(prefix = "stallcast.catalog.reservation")
interface ReservationConfig {

  /** How long an old price is still accepted, for orders that were on their way. */
  @WithDefault("30s")
  Duration priceGrace();

  /** How long a reservation lasts that no saga owns. */
  @WithDefault("15m")
  Duration timeToLive();
}
