package io.stallcast.chat;

import io.stallcast.platform.fanout.Heard;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/**
 * The records that this pod has heard and that may not be written down yet: between what is kept of
 * a room and what is heard of it there is no gap. Used by one thread at a time.
 */
final class UnwrittenRecords {
  /** By partition, in their order. */
  private final Map<Integer, Deque<Heard<RoomRecord>>> records = new HashMap<>();

  /** The last position of each partition that was let go of. */
  private final Map<Integer, Long> letGo = new HashMap<>();

  /** The first position of each partition that was heard. */
  private final IntToLongFunction beginnings;

  private final int most;
  private int size;

  UnwrittenRecords(IntToLongFunction beginnings, int most) {
    this.beginnings = beginnings;
    this.most = most;
  }

  /** Goes on by one record; does nothing where it was heard before. */
  void add(Heard<RoomRecord> heard) {
    var unwritten = records.computeIfAbsent(heard.partition(), first -> new ArrayDeque<>());
    if (!unwritten.isEmpty() && unwritten.getLast().position() >= heard.position()) {
      return;
    }
    unwritten.add(heard);
    size++;
    if (size > most) {
      letGo(Collections.max(records.values(), Comparator.comparingInt(Deque::size)));
    }
  }

  /** Lets go of what is written down. */
  void trim(Map<Integer, Long> written) {
    records.forEach((partition, unwritten) -> {
      long done = written.getOrDefault(partition, -1L);
      while (!unwritten.isEmpty() && unwritten.element().position() <= done) {
        letGo(unwritten);
      }
    });
  }

  /** Lets go of the first. */
  private void letGo(Deque<Heard<RoomRecord>> unwritten) {
    var heard = unwritten.remove();
    size--;
    letGo.put(heard.partition(), heard.position());
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether everything behind the position is here. */
  boolean goesOnFrom(int partition, long position) {
    return position + 1 >= beginnings.applyAsLong(partition)
        && position >= letGo.getOrDefault(partition, -1L);
  }

  /** The records of a room behind a position, in their order. */
  List<Heard<RoomRecord>> of(String roomId, int partition, long position) {
    return behind(partition, position)
        .filter(heard -> heard.event().subject().equals(roomId))
        .toList();
  }

  /** The records of a partition behind a position, up to another one, in their order. */
  List<Heard<RoomRecord>> between(int partition, long position, long last) {
    return behind(partition, position).takeWhile(heard -> heard.position() <= last).toList();
  }

  private Stream<Heard<RoomRecord>> behind(int partition, long position) {
    return records.getOrDefault(partition, new ArrayDeque<>()).stream()
        .dropWhile(heard -> heard.position() <= position);
  }
}
