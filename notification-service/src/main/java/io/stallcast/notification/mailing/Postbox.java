package io.stallcast.notification.mailing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Where letters wait for their turn: a bounded queue, of which a bounded number is under way at a
 * time. What does not fit, or is lost with the process, comes back by its job. Safe for several
 * threads; never blocks.
 */
@Singleton
class Postbox {
  private static final Logger LOG = Logger.getLogger(Postbox.class);

  private final Function<Parcel, Uni<Void>> delivery;
  private final Queue<Parcel> waiting;
  private final Semaphore hands;

  @Inject
  Postbox(Postman postman, MailingConfig config) {
    this(postman::deliver, config.mail().concurrency(), config.mail().waiting());
  }

  Postbox(Function<Parcel, Uni<Void>> delivery, int concurrency, int waiting) {
    this.delivery = delivery;
    this.waiting = new LinkedBlockingQueue<>(waiting);
    this.hands = new Semaphore(concurrency);
  }

  /** Takes a parcel, and sends it when a hand is free. */
  void take(Parcel parcel) {
    if (!waiting.offer(parcel)) {
      LOG.debugf("Postbox full: email=%s comes back later", parcel.email().id());
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

  private void send(Parcel parcel) {
    delivery
        .apply(parcel)
        .onTermination()
        .invoke(this::freeHand)
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.warnf(failure, "Fate not recorded: email=%s", parcel.email().id()));
  }

  private void freeHand() {
    hands.release();
    sendNext();
  }
}
