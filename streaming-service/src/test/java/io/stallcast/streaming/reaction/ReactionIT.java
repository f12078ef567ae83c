package io.stallcast.streaming.reaction;

import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.streaming.Gallery;
import io.stallcast.streaming.PaymentPeer;
import io.stallcast.streaming.reaction.ReactionEvent.Reacted;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class ReactionIT {
  private final Gallery gallery = new Gallery();
  private UUID id;

  @BeforeEach
  void goOnAir() {
    id = goLive(UUID.randomUUID(), stream("Knots"));
  }

  @AfterEach
  void leave() {
    gallery.close();
  }

  @Test
  void tellsHowOftenAnEmojiWasSent() {
    var emoji = "👩🏽‍🚀";
    var one = watching();
    var other = watching();

    react(one, emoji);
    react(one, emoji);
    react(other, emoji);

    await().until(() -> counted(one, emoji) == 3);
    await().until(() -> counted(other, emoji) == 3);
  }

  @Test
  void addsUpWhatOtherPodsSay() {
    var socket = watching();

    TestEvents.send(Topic.STREAMING_AUDIENCE, id, 0, new Reacted(id, Map.of("🎉", 40)));
    react(socket, "🎉");

    await().until(() -> counted(socket, "🎉") == 41);
  }

  @Test
  void takesNothingButOneEmoji() {
    var socket = watching();

    react(socket, "lol");

    assertThat(socket.await("error").path("code").asText()).isEqualTo("validation_failed");
    react(socket, "👍");
    socket.await("reactions");
  }

  @Test
  void knowsNoOtherFrames() {
    var socket = watching();

    socket.send("{'type':'say','text':'hello'}");

    assertThat(socket.await("error").path("code").asText()).isEqualTo("unknown_type");
  }

  private TestSocket watching() {
    var socket = gallery.watchAnonymously(id);
    socket.await("viewers");
    return socket;
  }

  private static void react(TestSocket socket, String emoji) {
    socket.send("{'type':'react','emoji':'%s'}".formatted(emoji));
  }

  private static int counted(TestSocket socket, String emoji) {
    return socket.frames("reactions").stream()
        .mapToInt(frame -> frame.path("counts").path(emoji).asInt())
        .sum();
  }
}
