package io.stallcast.chat;

import java.util.Optional;

/**
 * How far a client knows a room, as it says when it comes back: {@code <epoch>:<position>}.
 *
 * @param epoch what the position is worth something in
 */
public record Place(String epoch, long position) {
  /** Reads what a client has sent; empty where it is none, or null. */
  public static Optional<Place> parse(String text) {
    var colon = text == null ? -1 : text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    try {
      var position = Long.parseLong(text.substring(colon + 1));
      return position < -1
          ? Optional.empty()
          : Optional.of(new Place(text.substring(0, colon), position));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
