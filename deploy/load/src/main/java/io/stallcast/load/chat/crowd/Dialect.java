package io.stallcast.load.chat.crowd;

import io.netty.buffer.ByteBuf;

/** How a server is spoken to over its WebSocket. */
interface Dialect {
  /** What a text of the server is. */
  enum Kind {
    /** It wants to know who is there: {@link #logIn}. */
    ASKS,
    WELCOMES,
    MESSAGE,
    /** It wants {@link #pong}. */
    PING,
    REFUSES,
    OTHER
  }

  /** That of chat-service, or of socket.io. */
  static Dialect of(String name) {
    return switch (name) {
      case "chat-service" -> new ChatServiceDialect();
      case "socket.io" -> new SocketIoDialect();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The address that is asked for a socket. */
  String path(String room);

  /** Further headers of that request, each with the end of its line. */
  String headers(String token);

  /** What the text is that stands there in the buffer. */
  Kind kind(ByteBuf buffer, int from, int length);

  String logIn(String room, String token);

  String pong();

  /** To say something, under a number by which it is known again. */
  String message(long number, String text);
}
