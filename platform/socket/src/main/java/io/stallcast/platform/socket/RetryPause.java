package io.stallcast.platform.socket;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a client is asked to wait, so that those who go together do not come back together. */
@Singleton
class RetryPause {
  private static final long SHORTEST_MILLIS = 100;

  private final long spread;

  RetryPause(SocketConfig config) {
    this.spread = config.reconnectSpread().toMillis();
  }

  Duration next() {
    return Duration.ofMillis(
        SHORTEST_MILLIS + ThreadLocalRandom.current().nextLong(Math.max(1, spread)));
  }
}
