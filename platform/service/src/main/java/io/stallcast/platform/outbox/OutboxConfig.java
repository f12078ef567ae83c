package io.stallcast.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay of the outbox. */
@ConfigMapping(prefix = "stallcast.outbox")
public interface OutboxConfig {
  /** How often waiting rows are looked for that no wake-up announced. */
  @WithDefault("250ms")
  Duration pollInterval();

  /** Most rows that are sent in one round; each lane has an equal part of it. */
  @WithDefault("512")
  int batchSize();

  /** Connections of the relay's own pool: one for the round, one for looking meanwhile. */
  @WithDefault("2")
  int poolSize();

  /** After which a sending that the broker has not acknowledged has failed. */
  @WithDefault("10s")
  Duration deliveryTimeout();

  /**
   * After which the database ends a relay's statement or idle transaction, so that a paused pod
   * gives up its lanes; longer than the delivery timeout.
   */
  @WithDefault("15s")
  Duration transactionTimeout();

  /**
   * Shortest time from the begin of one round to the next: what comes meanwhile shares a round. The
   * first after a rest begins at once.
   */
  @WithDefault("25ms")
  Duration pace();
}
