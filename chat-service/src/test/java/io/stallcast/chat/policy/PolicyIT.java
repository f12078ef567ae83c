package io.stallcast.chat.policy;

import static io.stallcast.chat.ChatRoomFixture.ROOM;
import static io.stallcast.chat.ChatRoomFixture.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.FollowEvent;
import io.stallcast.platform.event.auth.FollowEvent.Pair;
import io.stallcast.platform.event.auth.FollowEvent.UserFollowed;
import io.stallcast.platform.event.auth.FollowEvent.UserUnfollowed;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class PolicyIT {
  private final ChatRoomFixture parlour = ChatRoomFixture.open();
  private final UUID ada = UUID.randomUUID();

  @AfterEach
  void leave() {
    parlour.close();
  }

  @Test
  void refusesWordsAndLinks() {
    rule("everybody", false, "spam");
    var a = enter();
    var id = say(a, "1", "Hello").path("id").asText();

    assertThat(refusal(a, "2", "Some sp4m")).isEqualTo("word_refused");
    assertThat(refusal(a, "3", "See example.com")).isEqualTo("link_refused");
    a.send("{'type':'edit','messageId':'%s','text':'Spam'}".formatted(id));
    assertThat(a.await("error").path("code").asText()).isEqualTo("word_refused");
    var creator = parlour.enter(parlour.creator(), Role.BUYER, Role.CREATOR);
    say(creator, "1", "No spam, see example.com");
  }

  @Test
  void isForFollowersWhereThatIsTheRule() {
    rule("followers", true);
    var a = enter();
    assertThat(refusal(a, "1", "Hello")).isEqualTo("followers_only");

    follow(1, new UserFollowed(ada, parlour.creator(), Instant.now()));
    await()
        .until(() -> {
          a.send("{'type':'send','clientId':'2','text':'Hello'}");
          return !a.frames("ack").isEmpty();
        });
  }

  @Test
  void forgetsWhoFollowsNoLonger() {
    follow(1, new UserFollowed(ada, parlour.creator(), Instant.now()));
    follow(2, new UserUnfollowed());
    follow(1, new UserFollowed(ada, parlour.creator(), Instant.now()));
    rule("followers", true);

    assertThat(refusal(enter(), "1", "Hello")).isEqualTo("followers_only");
  }

  @Test
  void isForOwnersWhereThatIsTheRule() {
    rule("owners", true);

    assertThat(refusal(enter(), "1", "Hello")).isEqualTo("owners_only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"writers\":\"nobody\",\"links\":true}",
        "{\"writers\":\"everybody\",\"words\":[\" \"]}"
      })
  void refusesRulesThatAreNone(String rules) {
    parlour
        .as(parlour.creator(), Role.CREATOR)
        .body(rules)
        .put(ROOM + "/rules", parlour.id())
        .then()
        .statusCode(400);
  }

  private void rule(String writers, boolean links, String... words) {
    parlour
        .as(parlour.creator(), Role.CREATOR)
        .body(Map.of("writers", writers, "links", links, "words", List.of(words)))
        .put(ROOM + "/rules", parlour.id())
        .then()
        .statusCode(204);
  }

  private void follow(long version, FollowEvent event) {
    var pair = new Pair(ada, parlour.creator());
    TestEvents.send(Topic.FOLLOW_EVENTS, pair.subject(), version, event);
  }

  private static String refusal(TestSocket socket, String clientId, String text) {
    socket.send("{'type':'send','clientId':'%s','text':'%s'}".formatted(clientId, text));
    return socket
        .await(frame -> frame.path("ref").asText().equals(clientId), "refusal of " + clientId)
        .path("code")
        .asText();
  }

  private TestSocket enter() {
    var socket = parlour.enter(ada, Role.BUYER);
    socket.await("welcome");
    return socket;
  }
}
