package io.stallcast.chat.messaging;

import static io.stallcast.chat.ChatRoomFixture.place;
import static io.stallcast.chat.ChatRoomFixture.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.chat.Author;
import io.stallcast.chat.ChatProblem;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.chat.RoomStore;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestSocket;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RecoveryIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject RoomStore store;

  private final ChatRoomFixture parlour = ChatRoomFixture.open();
  private final UUID ada = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();

  @AfterEach
  void leave() {
    parlour.close();
  }

  @Test
  void tellsExactlyWhatWasMissed() {
    var b = parlour.enter(bob, Role.BUYER);
    var welcome = b.await("welcome");
    say(b, "1", "Seen");
    var last = b.await("message");
    var deleted = say(b, "2", "Missed").path("id").asText();
    say(b, "3", "Missed, too");
    b.send("{'type':'delete','messageId':'%s'}".formatted(deleted));
    b.await("message_deleted");

    var back = parlour.comeBack(ada, place(welcome, last));

    assertThat(back.await("welcome").path("recovered").asBoolean()).isTrue();
    say(b, "4", "Live");
    back.await(frame -> frame.path("text").asText().equals("Live"), "what is said now");
    assertThat(durable(back)).isEqualTo(durable(b).subList(1, durable(b).size()));
  }

  @Test
  void tellsNothingToWhoMissedNothing() {
    var b = parlour.enter(bob, Role.BUYER);
    b.await("welcome");
    say(b, "1", "Seen");

    var back = parlour.comeBack(ada, place(parlour.enterAnonymously().await("welcome")));

    assertThat(back.await("welcome").path("recovered").asBoolean()).isTrue();
    say(b, "2", "Live");
    assertThat(back.await("message").path("text").asText()).isEqualTo("Live");
  }

  @Test
  void leavesOutWhatAnotherPodHasToldAlready() {
    var b = parlour.enter(bob, Role.BUYER);
    var welcome = b.await("welcome");
    var position = say(b, "1", "Seen").path("position").asLong();

    var back = parlour.comeBack(ada, welcome.path("epoch").asText() + ":" + (position + 1));
    assertThat(back.await("welcome").path("position").asLong()).isEqualTo(position + 1);

    say(b, "2", "Seen there, and not here yet");
    say(b, "3", "Live");
    assertThat(back.await("message").path("text").asText()).isIn("Live");
  }

  @ParameterizedTest
  @ValueSource(strings = {"another.12:3", "3", "x:y", ":", ""})
  void tellsTheNewestPageToWhoseTimeItIsNot(String since) {
    var b = parlour.enter(bob, Role.BUYER);
    b.await("welcome");
    say(b, "1", "One");
    say(b, "2", "Two");

    var back = parlour.comeBack(ada, since);

    assertThat(back.await("welcome").path("recovered").asBoolean()).isFalse();
    assertThat(back.await("message").path("text").asText()).isEqualTo("One");
    assertThat(back.await("message").path("text").asText()).isEqualTo("Two");
  }

  @Test
  void joinsWhatWasKeptToWhatIsAtHand() {
    var b = parlour.enter(bob, Role.BUYER);
    var welcome = b.await("welcome");
    IntStream.range(0, 1200).forEach(i -> parlour.sayElsewhere("f" + i, "Flood " + i));
    await().atMost(SOON).until(() -> b.frames("message").size() == 1200);
    var messages = b.frames("message");
    awaitWritten(welcome.path("epoch").asText(), messages.getLast());

    var back = parlour.comeBack(ada, place(welcome, messages.get(299)));
    assertThat(back.await("welcome").path("recovered").asBoolean()).isTrue();
    say(b, "live", "Live");
    back.await(frame -> frame.path("text").asText().equals("Live"), "what is said now");
    assertThat(durable(back)).isEqualTo(durable(b).subList(300, durable(b).size()));

    var late = parlour.comeBack(ada, place(welcome));
    assertThat(late.await("welcome").path("recovered").asBoolean()).isFalse();
    say(b, "last", "Last");
    late.await(frame -> frame.path("text").asText().equals("Last"), "what is said now");
    assertThat(late.frames("message")).hasSize(51);
  }

  @Test
  void keepsWhenEachHasWrittenLast() {
    var b = parlour.enter(bob, Role.BUYER);
    var epoch = b.await("welcome").path("epoch").asText();
    say(b, "1", "Once");
    var keeper = parlour.enter(parlour.creator(), Role.CREATOR);
    keeper.await("welcome");
    keeper.send("{'type':'slow_mode','seconds':600}");
    awaitWritten(epoch, b.await("moderation"));

    var kept = store.folded(parlour.id(), epoch).await().atMost(SOON).state();

    assertThat(kept.objectionTo(new Author(bob, "Bob", List.of()), Instant.now()))
        .hasValueSatisfying(problem -> assertThat(problem.type()).isEqualTo(ChatProblem.SLOW_MODE));
    assertThat(kept.objectionTo(new Author(ada, "Ada", List.of()), Instant.now())).isEmpty();
  }

  private void awaitWritten(String epoch, JsonNode last) {
    var partition = Topic.CHAT_MESSAGES.partitionOf(parlour.id().toString());
    await()
        .atMost(SOON)
        .until(() ->
            store.progress(epoch).await().atMost(SOON).getOrDefault(partition, -1L)
                >= last.path("position").asLong());
  }

  /** What has a position, but for the greeting and what is for this socket alone. */
  private static List<JsonNode> durable(TestSocket socket) {
    return socket.frames().stream()
        .filter(frame -> frame.has("position"))
        .filter(frame -> !List.of("welcome", "ack").contains(frame.path("type").asText()))
        .toList();
  }
}
