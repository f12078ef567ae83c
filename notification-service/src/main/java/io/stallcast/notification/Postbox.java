package io.stallcast.notification;

import io.smallrye.mutiny.Uni;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Where what leaves the process waits for its turn: a bounded queue, of which a bounded number is
 * under way at a time. What does not fit, or is lost with the process, comes back by its job. Safe
 * for several threads; never blocks.
 *
 * @param <P> a parcel; named in logs by its {@code toString}
 */
public final class Postbox<P> {
  private static final Logger LOG = Logger.getLogger(Postbox.class);

  private final Function<P, Uni<Void>> delivery;
  private final Queue<P> waiting;
  private final Semaphore hands;

  public Postbox(Function<P, Uni<Void>> delivery, RetryConfig config) {
    this(delivery, config.concurrency(), config.waiting());
  }

  Postbox(Function<P, Uni<Void>> delivery, int concurrency, int waiting) {
    this.delivery = delivery;
    this.waiting = new LinkedBlockingQueue<>(waiting);
    this.hands = new Semaphore(concurrency);
  }

  /** Takes a parcel, and sends it when a hand is free. */
  public void take(P parcel) {
    if (!waiting.offer(parcel)) {
      LOG.debugf("Postbox full: %s comes back later", parcel);
    }
    sendNext();
  }

  /** Looks again after each try: an offer that found no free hand relies on it. */
  private void sendNext() {
    while (!waiting.isEmpty() && hands.tryAcquire()) {
      var parcel = waiting.poll();
      if (parcel == null) {
        hands.release();
      } else {
        send(parcel);
      }
    }
  }

  private void send(P parcel) {
    delivery
        .apply(parcel)
        .onTermination()
        .invoke(this::freeHand)
        .subscribe()
        .with(done -> {}, failure -> LOG.warnf(failure, "Fate not recorded: %s", parcel));
  }

  private void freeHand() {
    hands.release();
    sendNext();
  }
}
