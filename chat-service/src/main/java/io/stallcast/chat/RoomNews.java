package io.stallcast.chat;

/**
 * Something has happened in a room that this pod has at hand. Observers are called at once, by the
 * thread that hears, and may not wait.
 */
public sealed interface RoomNews {
  /** A record counts. */
  record Told(LiveRoom room, RoomRecord record) implements RoomNews {}

  /** The stream, or the course, has changed. */
  record Change(LiveRoom room, Room before) implements RoomNews {}
}
