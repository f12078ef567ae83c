package io.stallcast.platform.outbox;

import java.util.BitSet;

/**
 * Lanes that wait for a round of the relay.
 *
 * @param mask a bit for each lane
 * @param since by {@link System#nanoTime}, when the first of them began to wait
 */
record WaitingLanes(int mask, long since) {
  static final WaitingLanes NONE = new WaitingLanes(0, 0);

  static WaitingLanes of(BitSet lanes, long since) {
    return lanes.isEmpty() ? NONE : new WaitingLanes((int) lanes.toLongArray()[0], since);
  }

  boolean isEmpty() {
    return mask == 0;
  }

  int count() {
    return Integer.bitCount(mask);
  }

  BitSet lanes() {
    return BitSet.valueOf(new long[] {mask});
  }

  /** All lanes of both, since the earlier. */
  WaitingLanes and(WaitingLanes others) {
    if (isEmpty() || others.isEmpty()) {
      return isEmpty() ? others : this;
    }
    return new WaitingLanes(mask | others.mask, since - others.since < 0 ? since : others.since);
  }

  WaitingLanes without(BitSet others) {
    var left = lanes();
    left.andNot(others);
    return of(left, since);
  }
}
