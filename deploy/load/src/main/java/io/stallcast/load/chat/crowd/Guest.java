package io.stallcast.load.chat.crowd;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One who is in a room, by a WebSocket of its own. Used by the crowd's thread alone. */
final class Guest extends ChannelInboundHandlerAdapter {
  private static final ByteBuf END_OF_HEADERS = bytes("\r\n\r\n");
  private static final ByteBuf SWITCHING = bytes("HTTP/1.1 101 ");
  private static final int NUMBER = "Id\":\"".length();
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;

  private final Dialect dialect;
  private final Talk talk;
  private final Party party;
  private final String token;
  private final Consumer<String> lost;
  private final CompletableFuture<Void> welcome = new CompletableFuture<>();

  private Channel channel;
  private boolean upgraded;
  private ByteBuf unread = Unpooled.EMPTY_BUFFER;

  /**
   * One who is to come.
   *
   * @param lost is told why a socket has ended that was to stay
   */
  Guest(Dialect dialect, Talk talk, Party party, String token, Consumer<String> lost) {
    this.dialect = dialect;
    this.talk = talk;
    this.party = party;
    this.token = token;
    this.lost = lost;
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.unreleasableBuffer(
        Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII).asReadOnly());
  }

  /** Completes when the server has let it into its room. */
  CompletableFuture<Void> welcome() {
    return welcome;
  }

  void say(String text) {
    channel.writeAndFlush(ClientFrame.text(channel.alloc(), text), channel.voidPromise());
  }

  void leave() {
    channel.close();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    String request =
        "GET "
            + dialect.path(party.room())
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + dialect.headers(token)
            + "\r\n";
    channel.writeAndFlush(ByteBufUtil.writeAscii(channel.alloc(), request));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    ByteBuf all = (ByteBuf) read;
    if (unread.isReadable()) {
      all = Unpooled.wrappedBuffer(unread, all);
    }
    if (upgraded || upgrade(all)) {
      long now = System.nanoTime();
      while (takeFrame(all, now)) {}
    }
    unread = all.isReadable() ? all.copy() : Unpooled.EMPTY_BUFFER;
    all.release();
  }

  private boolean upgrade(ByteBuf answer) {
    int end = ByteBufUtil.indexOf(END_OF_HEADERS, answer);
    if (end < 0) {
      return false;
    }
    if (!ByteBufUtil.equals(SWITCHING, 0, answer, answer.readerIndex(), 13)) {
      end(answer.toString(StandardCharsets.US_ASCII));
      return false;
    }
    answer.readerIndex(end + END_OF_HEADERS.readableBytes());
    upgraded = true;
    return true;
  }

  /** Whether there was a whole one. */
  private boolean takeFrame(ByteBuf in, long now) {
    int start = in.readerIndex();
    int size = in.readableBytes();
    int header = size < 2 ? 2 : headerSize(in.getByte(start + 1));
    if (size < header) {
      return false;
    }
    int length = header == 2 ? in.getByte(start + 1) : in.getUnsignedShort(start + 2);
    if (size < header + length) {
      return false;
    }
    take(in.getByte(start) & 0x0F, in, start + header, length, now);
    in.readerIndex(start + header + length);
    return true;
  }

  private static int headerSize(byte length) {
    if (length == 127) {
      throw new IllegalStateException("a frame over 64 KiB");
    }
    return length == 126 ? 4 : 2;
  }

  private void take(int opcode, ByteBuf in, int from, int length, long now) {
    switch (opcode) {
      case TEXT -> takeText(in, from, length, now);
      case PING -> channel.writeAndFlush(ClientFrame.pong(channel.alloc()), channel.voidPromise());
      case CLOSE -> end("closed with " + reason(in, from, length));
      default -> throw new IllegalStateException("a frame of kind " + opcode);
    }
  }

  private static String reason(ByteBuf in, int from, int length) {
    return length < 2
        ? "nothing said"
        : in.getUnsignedShort(from)
            + " "
            + in.toString(from + 2, length - 2, StandardCharsets.UTF_8);
  }

  private void takeText(ByteBuf in, int from, int length, long now) {
    Dialect.Kind kind = dialect.kind(in, from, length);
    switch (kind) {
      case MESSAGE -> talk.heard(party, number(in, from, length), now);
      case WELCOMES -> welcome.complete(null);
      case ASKS, PING -> dialect.reply(kind, party.room(), token).ifPresent(this::say);
      case REFUSES -> refused(in.toString(from, length, StandardCharsets.UTF_8));
      case OTHER -> {}
    }
  }

  private void refused(String why) {
    if (welcome.isDone()) {
      talk.refused(party);
    } else {
      end(why);
    }
  }

  /** Its {@code clientId}, which has the first capital letter of every message. */
  private static long number(ByteBuf in, int from, int length) {
    int capital = in.indexOf(from, from + length, (byte) 'I');
    long number = 0;
    for (int i = capital + NUMBER; in.getByte(i) != '"'; i++) {
      number = 10 * number + in.getByte(i) - '0';
    }
    return number;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    unread.release();
    unread = Unpooled.EMPTY_BUFFER;
    end("ended");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    end(failure.toString());
    context.close();
  }

  /** There was no connection to be had. */
  void turnedAway(Throwable failure) {
    end(failure.toString());
  }

  private void end(String why) {
    lost.accept(why);
    welcome.completeExceptionally(new IllegalStateException(why));
  }
}
