package io.stallcast.chat.presence;

import static io.stallcast.chat.ChatRoomFixture.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.chat.presence.PresenceEvent.Here;
import io.stallcast.chat.presence.PresenceEvent.Typing;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TopicProbe;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class PresenceIT {
  private final ChatRoomFixture parlour = ChatRoomFixture.open();
  private final UUID ada = UUID.randomUUID();
  private final UUID otherPod = UUID.randomUUID();

  @AfterEach
  void leave() {
    parlour.close();
  }

  @Test
  void countsThoseOfAllPods() {
    var socket = parlour.enter(ada, Role.BUYER);
    awaitCount(socket, 1);
    var here =
        TopicProbe.on(Topic.CHAT_PRESENCE)
            .await(Here.class, event -> event.subject().equals(parlour.id().toString()))
            .data();
    assertThat(here.people()).hasSize(1);

    TestEvents.send(
        Topic.CHAT_PRESENCE, parlour.id(), 0, new Here(otherPod, Set.copyOf(here.people()), 3));

    awaitCount(socket, 4);
    parlour
        .as(ada, Role.BUYER)
        .get(ROOM + "/presence", parlour.id())
        .then()
        .body("count", equalTo(4));
    awaitCount(socket, 1);
  }

  @Test
  void tellsWhoWritesByWayOfAnotherPod() {
    var socket = parlour.enter(ada, Role.BUYER);
    socket.await("welcome");
    var bob = UUID.randomUUID();

    TestEvents.send(Topic.CHAT_PRESENCE, parlour.id(), 0, new Typing(bob));

    assertThat(socket.await("typing").path("userId").asText()).isEqualTo(bob.toString());
  }

  private static void awaitCount(TestSocket socket, long count) {
    socket.await(
        frame ->
            frame.path("type").asText().equals("presence") && frame.path("count").asLong() == count,
        count + " present");
  }
}
