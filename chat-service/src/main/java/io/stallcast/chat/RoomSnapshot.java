package io.stallcast.chat;

/**
 * What was kept of a room, at one moment.
 *
 * @param progress how far its log was written down then
 */
public record RoomSnapshot(Room room, RoomState state, Progress progress) {
  /**
   * How far the log of a partition is written down.
   *
   * @param era rises with each new epoch, so that eras and positions together are in order
   * @param position the last that is; -1 where none is
   */
  public record Progress(int era, long position) {
    public static final long NOTHING = -1;
  }
}
