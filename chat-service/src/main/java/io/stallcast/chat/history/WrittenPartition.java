package io.stallcast.chat.history;

import io.stallcast.chat.RoomSnapshot.Progress;
import io.stallcast.chat.RoomState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How far this pod has written down a partition, and the state of its rooms there. */
final class WrittenPartition {
  private static final int MOST_ROOMS = 20;

  /** The rooms that were written in last; others are read again when they are needed. */
  private final Map<UUID, RoomState> rooms = new LinkedHashMap<>(MOST_ROOMS, 0.75f, true);

  private Progress progress;

  WrittenPartition(Progress progress) {
    this.progress = progress;
  }

  Progress progress() {
    return progress;
  }

  boolean knows(UUID room) {
    return rooms.containsKey(room);
  }

  void learn(UUID room, RoomState state) {
    rooms.put(room, state);
  }

  RoomState room(UUID room) {
    return rooms.get(room);
  }

  void reached(long position) {
    progress = new Progress(progress.era(), position);
    var oldest = rooms.keySet().iterator();
    while (rooms.size() > MOST_ROOMS) {
      oldest.next();
      oldest.remove();
    }
  }
}
