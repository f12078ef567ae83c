package io.stallcast.load.chat.crowd;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** How a server is spoken to over its WebSocket. */
interface Dialect {
  /** What a text of the server is. */
  enum Kind {
    /** It wants to know who is there. */
    ASKS,
    WELCOMES,
    MESSAGE,
    /** It wants to know whether anybody is. */
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

  /** What is said to a text of that kind at once; empty for most. */
  default Optional<String> reply(Kind kind, String room, String token) {
    return Optional.empty();
  }

  /** To say something, under a number by which it is known again. */
  String message(long number, String text);
}
