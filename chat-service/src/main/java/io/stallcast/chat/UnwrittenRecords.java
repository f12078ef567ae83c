package io.stallcast.chat;

import io.stallcast.platform.fanout.Heard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * The records that this pod has heard and that may not be written down yet: between what is kept of
 * a room and what is heard of it there is no gap. Used by one thread at a time.
 */
final class UnwrittenRecords {
  private final Deque<Heard<RoomRecord>> records = new ArrayDeque<>();

  /** The last position of each partition that was let go of. */
  private final Map<Integer, Long> letGo = new HashMap<>();

  /** The first position of each partition that was heard. */
  private final IntToLongFunction beginnings;

  private final int most;

  UnwrittenRecords(IntToLongFunction beginnings, int most) {
    this.beginnings = beginnings;
    this.most = most;
  }

  void add(Heard<RoomRecord> heard) {
    records.add(heard);
    if (records.size() > most) {
      letGo(records.remove());
    }
  }

  /** Lets go of what is written down. */
  void trim(Map<Integer, Long> written) {
    records.removeIf(heard -> {
      var done = heard.position() <= written.getOrDefault(heard.partition(), -1L);
      if (done) {
        letGo(heard);
      }
      return done;
    });
  }

  private void letGo(Heard<RoomRecord> heard) {
    letGo.merge(heard.partition(), heard.position(), Math::max);
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  /** Whether everything behind the position is here. */
  boolean goesOnFrom(int partition, long position) {
    return position + 1 >= beginnings.applyAsLong(partition)
        && position >= letGo.getOrDefault(partition, -1L);
  }

  /** The records of a room behind a position, in their order. */
  List<Heard<RoomRecord>> of(String roomId, int partition, long position) {
    return records.stream()
        .filter(heard -> heard.partition() == partition && heard.position() > position)
        .filter(heard -> heard.event().subject().equals(roomId))
        .toList();
  }
}
