package io.stallcast.load.chat.crowd;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * Packets that begin with their types: one digit of the transport, one of the socket.
 *
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/">The Socket.IO protocol</a>
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/">The Engine.IO protocol</a>
 */
final class SocketIoDialect implements Dialect {
  private static final int EVENT_NAME = "42[\"".length();

  @Override
  public String path(String room) {
    return "/socket.io/?EIO=4&transport=websocket";
  }

  @Override
  public String headers(String token) {
    return "";
  }

  @Override
  public Kind kind(ByteBuf buffer, int from, int length) {
    return switch (buffer.getByte(from)) {
      case '0' -> Kind.ASKS;
      case '2' -> Kind.PING;
      case '4' -> socketKind(buffer, from);
      default -> Kind.OTHER;
    };
  }

  private static Kind socketKind(ByteBuf buffer, int from) {
    return switch (buffer.getByte(from + 1)) {
      case '2' -> buffer.getByte(from + EVENT_NAME) == 'm' ? Kind.MESSAGE : Kind.WELCOMES;
      case '3' -> isRefusal(buffer, from + 2) ? Kind.REFUSES : Kind.OTHER;
      case '4' -> Kind.REFUSES;
      default -> Kind.OTHER;
    };
  }

  /** Whether an acknowledgement, {@code 43<number>[{...}]}, begins with {@code error}. */
  private static boolean isRefusal(ByteBuf buffer, int number) {
    int end = number;
    while (buffer.getByte(end) != '[') {
      end++;
    }
    return buffer.getByte(end + "[{\"".length()) == 'e';
  }

  @Override
  public Optional<String> reply(Kind kind, String room, String token) {
    return switch (kind) {
      case ASKS -> Optional.of("40{\"token\":\"" + token + "\",\"room\":\"" + room + "\"}");
      case PING -> Optional.of("3");
      default -> Optional.empty();
    };
  }

  @Override
  public String message(long number, String text) {
    return "42%d[\"send\",{\"clientId\":\"%d\",\"text\":\"%s\"}]".formatted(number, number, text);
  }
}
