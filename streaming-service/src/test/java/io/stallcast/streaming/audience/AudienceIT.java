package io.stallcast.streaming.audience;

import static io.restassured.RestAssured.given;
import static io.stallcast.streaming.Gallery.awaitCount;
import static io.stallcast.streaming.Studio.STREAM;
import static io.stallcast.streaming.Studio.asCreator;
import static io.stallcast.streaming.Studio.asViewer;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.schedule;
import static io.stallcast.streaming.Studio.start;
import static io.stallcast.streaming.Studio.stop;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TopicProbe;
import io.stallcast.streaming.Gallery;
import io.stallcast.streaming.PaymentPeer;
import io.stallcast.streaming.audience.AudienceEvent.Beat;
import io.stallcast.streaming.audience.AudienceEvent.Changed;
import io.stallcast.streaming.audience.AudienceEvent.Gone;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Viewers of this pod, and of others that say so on the topic. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class AudienceIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Gallery gallery = new Gallery();
  private final UUID creator = UUID.randomUUID();
  private final UUID viewer = UUID.randomUUID();
  private final UUID otherPod = UUID.randomUUID();

  @AfterEach
  void leave() {
    gallery.close();
    say(new Gone(otherPod));
  }

  @Test
  void countsViewersRatherThanSockets() {
    var id = goLive(creator, stream("Knots"));

    var first = gallery.watch(id, viewer);
    var second = gallery.watch(id, viewer);
    var third = gallery.watch(id, viewer);
    awaitCount(third, 1);
    gallery.watchAnonymously(id);
    gallery.watchAnonymously(id);
    awaitCount(first, 3);

    second.drop();
    third.drop();
    var last = gallery.watch(id, UUID.randomUUID());
    awaitCount(last, 4);
    awaitCount(first, 4);
    assertThat(viewers(id)).isEqualTo(4);
  }

  @Test
  void tellsACountOnlyWhereItHasChanged() {
    var id = goLive(creator, stream("Knots"));
    var socket = gallery.watchAnonymously(id);
    awaitCount(socket, 1);

    var guest = gallery.watchAnonymously(id);
    awaitCount(socket, 2);
    guest.drop();
    awaitCount(socket, 1);

    assertThat(socket.frames("viewers"))
        .extracting(frame -> frame.path("count").asLong())
        .containsExactly(1L, 2L, 1L);
  }

  @Test
  void addsUpWhatOtherPodsSay() {
    var id = goLive(creator, stream("Knots"));
    var socket = gallery.watchAnonymously(id);
    awaitCount(socket, 1);

    say(new Changed(otherPod, id, LongStream.range(0, 41).toArray(), new long[0]));
    awaitCount(socket, 42);

    say(new Changed(otherPod, id, new long[0], new long[] {7}));
    awaitCount(socket, 41);
    assertThat(viewers(id)).isEqualTo(41);
  }

  @Test
  void forgetsAPodThatIsSilent() {
    var id = goLive(creator, stream("Knots"));
    var socket = gallery.watchAnonymously(id);
    say(new Changed(otherPod, id, new long[] {1, 2, 3}, new long[0]));
    awaitCount(socket, 4);

    awaitCount(socket, 1);
  }

  @Test
  void countsAViewerOfTwoPodsOnce() {
    var id = goLive(creator, stream("Knots"));
    var socket = gallery.watch(id, viewer);
    awaitCount(socket, 1);
    var told =
        TopicProbe.on(Topic.STREAMING_AUDIENCE)
            .await(Changed.class, change -> change.data().streamId().equals(id));
    var key = told.data().joined()[0];

    say(new Changed(otherPod, id, new long[] {key, key + 1}, new long[0]));

    awaitCount(socket, 2);
  }

  @Test
  void keepsStatisticsWhileItIsLive() {
    var id = schedule(creator, stream("Knots"));
    var early = gallery.watchAnonymously(id);
    awaitCount(early, 1);
    early.drop();
    await().atMost(SOON).until(() -> viewers(id) == 0);

    start(creator, id);
    var first = gallery.watch(id, viewer);
    gallery.watch(id, UUID.randomUUID());
    awaitCount(first, 2);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            statistics(id)
                .body("viewers", equalTo(2))
                .body("peak", equalTo(2))
                .body("unique", equalTo(2))
                .body("watchSeconds", greaterThan(2))
                .body("averageWatchSeconds", greaterThanOrEqualTo(1)));
    stop(creator, id);
    gallery.watch(id, UUID.randomUUID());
    awaitCount(first, 3);
    statistics(id).body("viewers", equalTo(3)).body("peak", equalTo(2)).body("unique", equalTo(2));
  }

  @Test
  void hasNoStatisticsOfWhatNobodyWatched() {
    var id = schedule(creator, stream("Knots"));

    statistics(id)
        .body("peak", equalTo(0))
        .body("unique", equalTo(0))
        .body("averageWatchSeconds", equalTo(0));
  }

  @Test
  void showsStatisticsToTheCreatorAlone() {
    var id = schedule(creator, stream("Knots"));

    asCreator(UUID.randomUUID()).get(STREAM + "/statistics", id).then().statusCode(404);
    asViewer(creator).get(STREAM + "/statistics", id).then().statusCode(403);
  }

  private ValidatableResponse statistics(UUID id) {
    return asCreator(creator).get(STREAM + "/statistics", id).then().statusCode(200);
  }

  private static int viewers(UUID id) {
    return given().get(STREAM, id).then().statusCode(200).extract().path("viewers");
  }

  private void say(AudienceEvent event) {
    TestEvents.send(Topic.STREAMING_AUDIENCE, otherPod, 0, new Beat(otherPod, null));
    TestEvents.send(Topic.STREAMING_AUDIENCE, otherPod, 0, event);
  }
}
