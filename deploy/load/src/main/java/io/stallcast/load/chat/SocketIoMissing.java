package io.stallcast.load.chat;

/** Why there is no socket.io server, in one sentence for the person who wants one. */
public final class SocketIoMissing extends RuntimeException {
  private static final long serialVersionUID = 1;

  SocketIoMissing(String sentence) {
    super(sentence);
  }
}
