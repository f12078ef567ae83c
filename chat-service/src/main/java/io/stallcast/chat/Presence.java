package io.stallcast.chat;

import java.util.Optional;
import java.util.UUID;

/** Who is in which room, over all pods. Safe for use by several threads; nothing waits. */
public interface Presence {
  /** How many are in a room: somebody with three tabs is one, and every anonymous socket is. */
  long in(UUID roomId);

  /** A socket of this pod has come. */
  void enter(LiveRoom room, Optional<UUID> user);

  /** One has gone that had come so. */
  void leave(LiveRoom room, Optional<UUID> user);

  /** Everybody in a room is told that somebody writes. */
  void typing(LiveRoom room, UUID user);
}
