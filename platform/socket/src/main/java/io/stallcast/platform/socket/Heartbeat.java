package io.stallcast.platform.socket;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Looks at every socket once a second: pings it when it is due, and closes it when its token has
 * expired or nothing has come from it for long. One timer for all, rather than some for each.
 */
@Singleton
class Heartbeat {
  private static final long PERIOD_MILLIS = 1000;

  private final Sockets sockets;
  private final SocketConfig config;
  private final Vertx vertx;
  private final Clock clock;

  Heartbeat(Sockets sockets, SocketConfig config, Vertx vertx, Clock clock) {
    this.sockets = sockets;
    this.config = config;
    this.vertx = vertx;
    this.clock = clock;
  }

  void begin(@Observes StartupEvent started) {
    vertx.setPeriodic(PERIOD_MILLIS, tick -> look());
  }

  private void look() {
    Instant time = clock.instant();
    long now = System.nanoTime();
    sockets.all().each(socket -> look(socket, time, now));
  }

  private void look(Socket socket, Instant time, long now) {
    if (socket.user().filter(user -> !time.isBefore(user.expires())).isPresent()) {
      socket.close(CloseCode.TOKEN_EXPIRED);
    } else if (socket.isSilent(now, config.silence())) {
      socket.close(CloseCode.SLOW_CONSUMER);
    } else {
      socket.beat(now, config.pingInterval());
    }
  }
}
