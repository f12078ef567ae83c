package io.stallcast.chat.messaging;

import static io.stallcast.chat.ChatRoomFixture.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.socket.AuthFrame;
import io.stallcast.platform.testing.MalformedFrames;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.SocketTrial;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TestTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a room's sockets bear. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ChatSocketIT {
  private static final String ID = "01930000-0000-7000-8000-000000000001";

  /** One of each type. */
  private static final List<String> OF_EVERYBODY =
      List.of(
          "{'type':'send','clientId':'1','text':'Hello','replyTo':'" + ID + "'}",
          "{'type':'edit','messageId':'" + ID + "','text':'Hello'}",
          "{'type':'delete','messageId':'" + ID + "','reason':'rude'}",
          "{'type':'react','messageId':'" + ID + "','emoji':'🎉','withdrawn':true}",
          "{'type':'typing'}");

  private static final List<String> OF_MODERATORS =
      List.of(
          "{'type':'timeout','userId':'" + ID + "','seconds':60,'reason':'rude'}",
          "{'type':'ban','userId':'" + ID + "','reason':'rude'}",
          "{'type':'unban','userId':'" + ID + "'}",
          "{'type':'slow_mode','seconds':10}",
          "{'type':'pin','messageId':'" + ID + "'}");

  private static final List<String> OF_ANY_SOCKET = List.of("{'type':'auth','token':'a.b.c'}");

  private static final List<String> ABOUT_MESSAGES =
      Stream.of(OF_EVERYBODY, OF_MODERATORS)
          .flatMap(List::stream)
          .filter(frame -> frame.contains("messageId") || frame.contains("replyTo"))
          .toList();

  private final ChatRoomFixture room = ChatRoomFixture.open();
  private final SocketTrial trial =
      new SocketTrial(
          "/ws/chat/" + room.id(), () -> TestTokens.of(UUID.randomUUID(), Role.MODERATOR));

  @AfterEach
  void leave() {
    room.close();
  }

  @Test
  void letsInNobodyWithAWrongTokenOrFromAnotherOrigin() {
    trial.requireAdmission();
  }

  @Test
  void closesOnWhatIsNoFrame() {
    trial.requireCloseCodes();
  }

  @Test
  void answersEveryMalformedFrame() {
    var sound = Stream.of(OF_EVERYBODY, OF_MODERATORS, OF_ANY_SOCKET).flatMap(List::stream);
    trial.requireErrors(
        MalformedFrames.of(ChatSocket.class, AuthFrame.class, sound.toList()),
        socket -> say(socket, "1", "Still here"));
  }

  @ParameterizedTest
  @FieldSource({"OF_EVERYBODY", "OF_MODERATORS"})
  void takesNothingFromTheAnonymous(String frame) {
    var guest = room.enterAnonymously();

    guest.send(frame);

    assertThat(codeOf(guest)).isEqualTo("unauthenticated");
  }

  @ParameterizedTest
  @FieldSource("OF_MODERATORS")
  void takesNoModerationFromOthers(String frame) {
    var guest = room.enter(UUID.randomUUID(), Role.BUYER);

    guest.send(frame);

    assertThat(codeOf(guest)).isEqualTo("forbidden");
    say(guest, "1", "Still here");
  }

  @Test
  void knowsNoMessageOfAnotherRoom() {
    try (var another = ChatRoomFixture.open()) {
      var there = another.enter(UUID.randomUUID(), Role.MODERATOR);
      var id = say(there, "1", "There").path("id").asText();
      var here = room.enter(UUID.randomUUID(), Role.MODERATOR);

      for (var frame : ABOUT_MESSAGES) {
        here.send(frame.replace(ID, id));
        assertThat(codeOf(here)).as(frame).isIn("not_found", "nothing_to_change");
      }

      say(here, "2", "Still here");
      say(there, "2", "Unharmed");
      assertThat(there.frames("message_edited")).isEmpty();
      assertThat(there.frames("message_deleted")).isEmpty();
      assertThat(there.frames("reaction")).isEmpty();
      assertThat(there.frames("pin")).isEmpty();
    }
  }

  private static String codeOf(TestSocket socket) {
    return socket.await("error").path("code").asText();
  }
}
