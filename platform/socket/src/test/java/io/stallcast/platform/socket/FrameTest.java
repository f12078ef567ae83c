package io.stallcast.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 200_000})
  void isReadBackAsItWas(int length) {
    String text = "ü" + "x".repeat(length);
    ByteBuf wire = Unpooled.buffer();
    Frame.together(List.of(frame(text), frame("next"))).writeTo(wire);

    EmbeddedChannel client =
        new EmbeddedChannel(new WebSocket13FrameDecoder(false, false, 1 << 20));
    client.writeInbound(wire);

    TextWebSocketFrame read = client.readInbound();
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.isFinalFragment()).isTrue();
    read.release();
    TextWebSocketFrame next = client.readInbound();
    assertThat(next.text()).isEqualTo("next");
    next.release();
  }

  private static Frame frame(String text) {
    return Frame.text(text.getBytes(StandardCharsets.UTF_8));
  }
}
