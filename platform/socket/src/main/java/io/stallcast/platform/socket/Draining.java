package io.stallcast.platform.socket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends everybody elsewhere when the pod is told to stop. Balancers need a second to see that it is
 * not ready; then sockets are closed with 1012 over the next second and a half, each after a retry
 * frame of its own, so that the other pods are not run over.
 */
@Singleton
class Draining {
  private static final long SEEN_AFTER_MILLIS = 1000;
  private static final long CLOSED_OVER_MILLIS = 1500;
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Instance<Sockets> sockets;
  private volatile boolean underWay;

  Draining(Instance<Sockets> sockets) {
    this.sockets = sockets;
  }

  /** Whether no new sockets are admitted. */
  boolean isUnderWay() {
    return underWay;
  }

  void begin(@Observes ShutdownDelayInitiatedEvent told) {
    underWay = true;
    sockets.get().all().each(Draining::closeSoon);
  }

  /** Who is still here, or came where there is no delay. */
  void end(@Observes ShutdownEvent stopping) {
    underWay = true;
    sockets.get().all().each(socket -> socket.close(CloseCode.DRAINING));
    long deadline = System.nanoTime() + LAST_WORDS.toNanos();
    while (sockets.get().open() > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK.toNanos()); // the main thread; the frames go out on event loops
    }
  }

  private static void closeSoon(Socket socket) {
    long millis = SEEN_AFTER_MILLIS + ThreadLocalRandom.current().nextLong(CLOSED_OVER_MILLIS);
    socket.loop().schedule(() -> socket.close(CloseCode.DRAINING), millis, TimeUnit.MILLISECONDS);
  }
}
