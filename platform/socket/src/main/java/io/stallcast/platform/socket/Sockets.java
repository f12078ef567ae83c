package io.stallcast.platform.socket;

import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** All sockets of this pod, and what they need. Safe for use by several threads. */
@Singleton
public class Sockets {
  private final FrameCodec codec;
  private final Tokens tokens;
  private final SocketCounts counts;
  private final SocketMetrics metrics;
  private final SocketConfig config;
  private final RetryPause pause;
  private final Draining draining;
  private final Audience all;

  Sockets(
      FrameCodec codec,
      Tokens tokens,
      SocketCounts counts,
      SocketMetrics metrics,
      SocketConfig config,
      RetryPause pause,
      Draining draining) {
    this.codec = codec;
    this.tokens = tokens;
    this.counts = counts;
    this.metrics = metrics;
    this.config = config;
    this.pause = pause;
    this.draining = draining;
    this.all = audience();
  }

  /** A new audience that nobody belongs to. */
  public Audience audience() {
    return new Audience(metrics);
  }

  /** How many are open. */
  int open() {
    return metrics.open();
  }

  /**
   * A connection has become a socket.
   *
   * @throws SocketRefusal where it may not stay
   */
  void enter(Socket socket, boolean admitsAnonymous) {
    Arrival arrival = socket.arrival();
    metrics.opened();
    if (!counts.enter(arrival.address(), arrival.user())) {
      throw new SocketRefusal(CloseCode.OVER_LIMIT);
    }
    if (arrival.refused() || (arrival.user() == null && !admitsAnonymous)) {
      throw new SocketRefusal(CloseCode.TOKEN_EXPIRED);
    }
    all.join(socket);
    if (draining.isUnderWay()) {
      // it began after this one was admitted, and may have passed it over
      throw new SocketRefusal(CloseCode.DRAINING);
    }
  }

  Socket socket(WebSocketConnection connection) {
    return new Socket(this, connection, connection.userData().get(Arrival.KEY), firstPing());
  }

  /** It has ended. */
  void leave(Socket socket) {
    Arrival arrival = socket.arrival();
    all.leave(socket);
    socket.ended();
    counts.leave(arrival.address(), arrival.user());
    metrics.closed(socket.closedBy());
  }

  Audience all() {
    return all;
  }

  FrameCodec codec() {
    return codec;
  }

  Tokens tokens() {
    return tokens;
  }

  SocketMetrics metrics() {
    return metrics;
  }

  SocketConfig config() {
    return config;
  }

  RetryPause pause() {
    return pause;
  }

  /** Spread, so that those who came together are not pinged together. */
  private Duration firstPing() {
    long interval = config.pingInterval().toMillis();
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(Math.max(1, interval)));
  }
}
