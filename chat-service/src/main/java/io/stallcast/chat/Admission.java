package io.stallcast.chat;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Decides whom a room is for. */
public interface Admission {
  /**
   * Whether somebody may be in the room: everybody where its stream is free, its creator always,
   * others with one of its products.
   *
   * @param user empty for the anonymous
   */
  Uni<Boolean> admits(Room room, Optional<UUID> user);
}
