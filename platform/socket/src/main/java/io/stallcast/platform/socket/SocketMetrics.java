package io.stallcast.platform.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Sockets in numbers. Safe for use by several threads. */
@Singleton
class SocketMetrics {
  private final MeterRegistry registry;
  private final AtomicInteger open = new AtomicInteger();
  private final Counter received;
  private final Counter sent;

  SocketMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.received = frames("in");
    this.sent = frames("out");
    Gauge.builder("stallcast.sockets.open", open, AtomicInteger::get)
        .description("Sockets that are open on this pod")
        .register(registry);
  }

  void opened() {
    open.incrementAndGet();
  }

  /**
   * One socket less.
   *
   * @param by the close code, or who ended it
   */
  void closed(String by) {
    open.decrementAndGet();
    Counter.builder("stallcast.sockets.closed")
        .description("Sockets that ended, by the server's close code or by the client")
        .tag("code", by)
        .register(registry)
        .increment();
  }

  void received() {
    received.increment();
  }

  void sent(long frames) {
    sent.increment(frames);
  }

  int open() {
    return open.get();
  }

  private Counter frames(String direction) {
    return Counter.builder("stallcast.sockets.frames")
        .description("Text frames, counted at each socket")
        .tag("direction", direction)
        .register(registry);
  }
}
