package io.stallcast.notification.live;

import io.stallcast.platform.socket.Socket;
import java.util.UUID;

/** A person's socket, and the count that it was told last. */
final class Seat {
  private final UUID recipientId;
  private final Socket socket;
  private long toldCount = -1;

  Seat(UUID recipientId, Socket socket) {
    this.recipientId = recipientId;
    this.socket = socket;
  }

  UUID recipientId() {
    return recipientId;
  }

  Socket socket() {
    return socket;
  }

  /** Whether it was not told this count last; from now on it was. */
  synchronized boolean isNews(long count) {
    var other = count != toldCount;
    toldCount = count;
    return other;
  }
}
