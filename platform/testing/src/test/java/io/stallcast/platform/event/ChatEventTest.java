package io.stallcast.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stallcast.platform.event.chat.ChatEvent;
import io.stallcast.platform.event.chat.ChatEvent.MessageDeleted;
import io.stallcast.platform.event.chat.ChatEvent.UserBanned;
import io.stallcast.platform.event.chat.ChatEvent.UserMentioned;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How rooms are told of stays as it was first published. */
class ChatEventTest {
  private static final String ROOM = "01930000-0000-7000-8000-000000000001";
  private static final String MESSAGE = "01930000-0000-7000-8000-000000000002";
  private static final String ADA = "01930000-0000-7000-8000-000000000003";
  private static final String BOB = "01930000-0000-7000-8000-000000000004";

  private final EventCodec codec = new EventCodec();
  private final ObjectMapper json = new ObjectMapper();

  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of(
            "chat.user.mentioned",
            new UserMentioned(id(ROOM), id(MESSAGE), id(ADA), "Ada", id(BOB), "Hello, @Bob"),
            """
            {"roomId":"%s","messageId":"%s","authorId":"%s","authorName":"Ada","userId":"%s",
             "text":"Hello, @Bob"}
            """
                .formatted(ROOM, MESSAGE, ADA, BOB)),
        Arguments.of(
            "chat.user.banned",
            new UserBanned(id(ROOM), id(BOB), id(ADA), null),
            """
            {"roomId":"%s","userId":"%s","by":"%s","reason":null}
            """
                .formatted(ROOM, BOB, ADA)),
        Arguments.of(
            "chat.message.deleted",
            new MessageDeleted(id(ROOM), id(MESSAGE), id(ADA)),
            """
            {"roomId":"%s","messageId":"%s","by":"%s"}
            """
                .formatted(ROOM, MESSAGE, ADA)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void staysAsItWasPublished(String type, ChatEvent event, String data)
      throws JsonProcessingException {
    assertThat(codec.type(event)).isEqualTo(type);
    assertThat(json.readTree(codec.encode(event))).isEqualTo(json.readTree(data));
    assertThat(codec.decode(ChatEvent.class, type, data)).isEqualTo(event);
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
