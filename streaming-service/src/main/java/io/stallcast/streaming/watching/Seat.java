package io.stallcast.streaming.watching;

import io.stallcast.platform.socket.CloseCode;
import io.stallcast.platform.socket.Socket;
import io.stallcast.streaming.Pass;
import io.stallcast.streaming.Viewer;
import io.stallcast.streaming.WatchFrame;
import java.util.Optional;

/** A socket that watches a stream, and what lets it. */
final class Seat {
  private final Socket socket;
  private final long key;
  private volatile Pass pass;
  private Runnable cancellation = () -> {};
  private boolean left;

  /**
   * A seat for whoever has this pass.
   *
   * @param key by what it is counted
   */
  Seat(Socket socket, Pass pass, long key) {
    this.socket = socket;
    this.pass = pass;
    this.key = key;
  }

  Socket socket() {
    return socket;
  }

  long key() {
    return key;
  }

  Pass pass() {
    return pass;
  }

  Optional<Viewer> viewer() {
    return viewer(socket);
  }

  /** Whose a socket is; empty where it is anonymous. */
  static Optional<Viewer> viewer(Socket socket) {
    return socket.user().map(user -> new Viewer(user.id(), socket.authorization()));
  }

  /** The viewer may stay, by another pass perhaps. */
  void keep(Pass valid) {
    pass = valid;
  }

  /** The pass is going to be looked at again, unless that is cancelled so. */
  synchronized void recheckBy(Runnable cancellation) {
    this.cancellation.run();
    this.cancellation = cancellation;
    if (left) {
      cancellation.run();
    }
  }

  /** The viewer leaves; false where that was said before. */
  synchronized boolean leave() {
    cancellation.run();
    var first = !left;
    left = true;
    return first;
  }

  /** The viewer may not stay. */
  void cutOff() {
    socket.send(new WatchFrame.AccessEnded());
    socket.close(CloseCode.NO_ACCESS);
  }
}
