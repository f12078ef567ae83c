package io.stallcast.load.chat.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.stallcast.load.chat.crowd.Dialect.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"welcome\",\"position\":7} | WELCOMES",
        "{\"type\":\"message\",\"position\":8} | MESSAGE",
        "{\"type\":\"message_deleted\"} | OTHER",
        "{\"type\":\"ack\",\"clientId\":\"1\"} | OTHER",
        "{\"type\":\"presence\",\"count\":2} | OTHER",
        "{\"type\":\"error\",\"code\":\"unavailable\"} | REFUSES"
      })
  void knowsWhatChatServiceSays(String text, Kind kind) {
    assertThat(kind("chat-service", text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0{\"sid\":\"a\"} | ASKS",
        "2 | PING",
        "40{\"sid\":\"b\"} | OTHER",
        "42[\"welcome\",{\"position\":0}] | WELCOMES",
        "42[\"message\",{\"position\":1}] | MESSAGE",
        "4317[{\"clientId\":\"17\"}] | OTHER",
        "4317[{\"error\":\"invalid\"}] | REFUSES",
        "44{\"message\":\"unauthenticated\"} | REFUSES"
      })
  void knowsWhatSocketIoSays(String text, Kind kind) {
    assertThat(kind("socket.io", text)).isEqualTo(kind);
  }

  @Test
  void repliesToWhatSocketIoAsks() {
    var dialect = Dialect.of("socket.io");

    assertThat(dialect.reply(Kind.ASKS, "r", "t")).contains("40{\"token\":\"t\",\"room\":\"r\"}");
    assertThat(dialect.reply(Kind.PING, "r", "t")).contains("3");
    assertThat(dialect.reply(Kind.WELCOMES, "r", "t")).isEmpty();
  }

  private static Kind kind(String dialect, String text) {
    var buffer = Unpooled.copiedBuffer("  " + text, StandardCharsets.UTF_8);
    return Dialect.of(dialect).kind(buffer, 2, text.length());
  }
}
