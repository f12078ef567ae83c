package io.stallcast.load.chat.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestTest {
  private static final String SWITCHING =
      "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n";
  private static final String WELCOME = "{\"type\":\"welcome\",\"position\":0}";

  private final EventLoop loop = new DefaultEventLoop();
  private final Dialect dialect = Dialect.of("chat-service");
  private final Party party = new Party("room");
  private final Talk talk = new Talk(dialect, loop, List.of(party));
  private final List<String> losses = new ArrayList<>();
  private final Guest guest = new Guest(dialect, talk, party, "token", losses::add);
  private final EmbeddedChannel channel = new EmbeddedChannel();

  @AfterEach
  void end() {
    channel.finishAndReleaseAll();
    loop.shutdownGracefully();
  }

  @Test
  void asksForASocketInItsRoom() {
    comes();

    ByteBuf request = channel.readOutbound();
    assertThat(request.toString(StandardCharsets.US_ASCII))
        .startsWith("GET /ws/chat/room HTTP/1.1\r\n")
        .contains("\r\nAuthorization: Bearer token\r\n")
        .endsWith("\r\n\r\n");
    request.release();
  }

  @Test
  void hearsHoweverThingsAreCut() {
    comes();
    String all =
        SWITCHING + frame(WELCOME) + frame(message(0)) + frame(message(1)) + frame("{\"type\":\"p");

    all.chars().forEach(sign -> read("" + (char) sign));

    assertThat(guest.welcome()).isCompleted();
    assertThat(talk.count().values()).containsEntry("heard", 2.0).containsEntry("refused", 0.0);
    assertThat(losses).isEmpty();
  }

  @Test
  void hearsWhatComesTogether() {
    comes();

    read(SWITCHING + frame(WELCOME) + frame(message(0)) + frame("{\"type\":\"error\"}"));

    assertThat(talk.count().values()).containsEntry("heard", 1.0).containsEntry("refused", 1.0);
  }

  @Test
  void answersPings() {
    comes();
    channel.releaseOutbound();

    read(SWITCHING + "\u0089\u0000");

    ByteBuf pong = channel.readOutbound();
    assertThat(pong.getUnsignedShort(0)).isEqualTo(0x8A80);
    pong.release();
  }

  @Test
  void tellsWhyItsSocketHasEnded() {
    comes();

    read(SWITCHING + frame(WELCOME) + "\u0088\u0005\u0011\u0030too");

    assertThat(losses).containsExactly("closed with 4400 too");
  }

  @Test
  void tellsThatItWasNotLetIn() {
    comes();

    read("HTTP/1.1 429 Too Many Requests\r\n\r\n");

    assertThat(losses).first().asString().startsWith("HTTP/1.1 429");
    assertThat(guest.welcome()).isCompletedExceptionally();
  }

  private void comes() {
    party.add(guest);
    channel.pipeline().addLast(guest);
    channel.pipeline().fireChannelActive();
  }

  private void read(String bytes) {
    channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
  }

  private static String frame(String text) {
    return "\u0081" + (char) text.length() + text;
  }

  private static String message(long number) {
    return "{\"type\":\"message\",\"position\":5,\"clientId\":\"%d\"}".formatted(number);
  }
}
