package io.stallcast.load.chat.crowd;

import io.netty.buffer.ByteBuf;

/**
 * JSON objects that begin with their type. Who is there is said by the request for the socket, and
 * pings are the WebSocket's own: no text wants a reply.
 */
final class ChatServiceDialect implements Dialect {
  private static final int TYPE = "{\"type\":\"".length();
  private static final int END_OF_MESSAGE = TYPE + "message".length();

  @Override
  public String path(String room) {
    return "/ws/chat/" + room;
  }

  @Override
  public String headers(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  @Override
  public Kind kind(ByteBuf buffer, int from, int length) {
    return switch (buffer.getByte(from + TYPE)) {
      case 'm' -> buffer.getByte(from + END_OF_MESSAGE) == '"' ? Kind.MESSAGE : Kind.OTHER;
      case 'w' -> Kind.WELCOMES;
      case 'e' -> Kind.REFUSES;
      default -> Kind.OTHER;
    };
  }

  @Override
  public String message(long number, String text) {
    return "{\"type\":\"send\",\"clientId\":\"" + number + "\",\"text\":\"" + text + "\"}";
  }
}
