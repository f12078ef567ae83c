package io.stallcast.gateway.forwarding;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is inside, and lets in no more than it holds. Safe for use by several threads. */
final class Bulkhead {
  private final int places;
  private final AtomicInteger taken = new AtomicInteger();

  Bulkhead(int places) {
    this.places = places;
  }

  /** Takes a place, to be given back by {@link #leave()}; false where there is none. */
  boolean enter() {
    return taken.getAndUpdate(inside -> inside < places ? inside + 1 : inside) < places;
  }

  void leave() {
    taken.decrementAndGet();
  }

  /** How many are inside. */
  int taken() {
    return taken.get();
  }
}
