package io.stallcast.chat.messaging;

import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.Participant;
import io.stallcast.platform.socket.Socket;
import io.stallcast.platform.socket.SocketUser;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A socket in a room. */
final class Seat {
  private final Socket socket;
  private final LiveRoom room;
  private final AtomicBoolean left = new AtomicBoolean();

  Seat(Socket socket, LiveRoom room) {
    this.socket = socket;
    this.room = room;
  }

  Socket socket() {
    return socket;
  }

  LiveRoom room() {
    return room;
  }

  /** Whose it is; empty where it is anonymous. */
  Optional<Participant> participant() {
    return socket.user().map(Participant::of);
  }

  Optional<UUID> userId() {
    return socket.user().map(SocketUser::id);
  }

  boolean belongsTo(UUID userId) {
    return socket.user().filter(user -> user.id().equals(userId)).isPresent();
  }

  /** It is left; false where that was said before. */
  boolean leave() {
    return left.compareAndSet(false, true);
  }
}
