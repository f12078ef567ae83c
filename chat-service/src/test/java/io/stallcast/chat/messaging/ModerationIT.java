package io.stallcast.chat.messaging;

import static io.stallcast.chat.ChatRoomFixture.MESSAGES;
import static io.stallcast.chat.ChatRoomFixture.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestSocket;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ModerationIT {
  private final ChatRoomFixture parlour = ChatRoomFixture.open();
  private final UUID bob = UUID.randomUUID();
  private TestSocket keeper;
  private TestSocket socket;

  @BeforeEach
  void enter() {
    keeper = parlour.enter(parlour.creator(), Role.BUYER, Role.CREATOR);
    keeper.await("welcome");
    socket = parlour.enter(bob, Role.BUYER);
    socket.await("welcome");
  }

  @AfterEach
  void leave() {
    parlour.close();
  }

  @Test
  void whoIsBannedIsOut() {
    var another = parlour.enter(bob, Role.BUYER);
    another.await("welcome");

    keeper.send("{'type':'ban','userId':'%s','reason':'rude'}".formatted(bob));

    assertThat(socket.closeCode()).isEqualTo(4403);
    assertThat(another.closeCode()).isEqualTo(4403);
    var told = keeper.await("moderation");
    assertThat(told.path("action").asText()).isEqualTo("ban");
    assertThat(told.path("userId").asText()).isEqualTo(bob.toString());
    assertThat(told.path("reason").asText()).isEqualTo("rude");
    assertThat(parlour.enter(bob, Role.BUYER).closeCode()).isEqualTo(4403);
    parlour.as(bob, Role.BUYER).get(MESSAGES, parlour.id()).then().statusCode(403);

    keeper.send("{'type':'unban','userId':'%s'}".formatted(bob));
    keeper.await("moderation");
    parlour.enter(bob, Role.BUYER).await("welcome");
  }

  @Test
  void whoIsTimedOutReadsOnly() {
    keeper.send("{'type':'timeout','userId':'%s','seconds':2}".formatted(bob));
    assertThat(socket.await("moderation").path("seconds").asInt()).isEqualTo(2);

    socket.send("{'type':'send','clientId':'1','text':'Hello'}");

    var refused = socket.await("error");
    assertThat(refused.path("code").asText()).isEqualTo("timed_out");
    assertThat(refused.path("ref").asText()).isEqualTo("1");
    say(keeper, "1", "Quiet now");
    socket.await("message");
  }

  @Test
  void slowsEverybodyDown() {
    keeper.send("{'type':'slow_mode','seconds':60}");
    assertThat(socket.await("moderation").path("action").asText()).isEqualTo("slow_mode");
    say(socket, "1", "One");

    socket.send("{'type':'send','clientId':'2','text':'Two'}");

    assertThat(socket.await("error").path("code").asText()).isEqualTo("slow_mode");
    say(keeper, "1", "One");
    say(keeper, "2", "Two");
    assertThat(parlour.enterAnonymously().await("welcome").path("slowModeSeconds").asInt())
        .isEqualTo(60);
  }

  @Test
  void pinsAMessage() {
    var id = say(socket, "1", "Look").path("id").asText();

    keeper.send("{'type':'pin','messageId':'%s'}".formatted(id));

    assertThat(socket.await("pin").path("messageId").asText()).isEqualTo(id);
    assertThat(parlour.enterAnonymously().await("welcome").path("pinned").asText()).isEqualTo(id);
    keeper.send("{'type':'pin'}");
    assertThat(socket.await("pin").has("messageId")).isFalse();
    keeper.send("{'type':'pin','messageId':'%s'}".formatted(UUID.randomUUID()));
    assertThat(keeper.await("error").path("code").asText()).isEqualTo("not_found");
  }

  @Test
  void deletesWhatOthersWrote() {
    var moderator = parlour.enter(UUID.randomUUID(), Role.MODERATOR);
    moderator.await("welcome");
    var id = say(socket, "1", "Rude").path("id").asText();

    moderator.send("{'type':'delete','messageId':'%s','reason':'rude'}".formatted(id));

    assertThat(socket.await("message_deleted").path("messageId").asText()).isEqualTo(id);
  }

  @Test
  void nobodyBansTheCreatorOrThemselves() {
    var moderator = UUID.randomUUID();
    var other = parlour.enter(moderator, Role.MODERATOR);
    other.await("welcome");
    for (var user : new UUID[] {parlour.creator(), moderator}) {
      other.send("{'type':'ban','userId':'%s'}".formatted(user));
      assertThat(other.await("error").path("code").asText()).isEqualTo("forbidden");
    }
  }
}
