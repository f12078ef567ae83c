package io.stallcast.streaming.broadcast;

import static io.stallcast.streaming.Studio.STREAM;
import static io.stallcast.streaming.Studio.asCreator;
import static io.stallcast.streaming.Studio.asViewer;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.schedule;
import static io.stallcast.streaming.Studio.start;
import static io.stallcast.streaming.Studio.stop;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent.StreamEnded;
import io.stallcast.platform.event.streaming.StreamEvent.StreamStarted;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import io.stallcast.streaming.PaymentPeer;
import io.stallcast.streaming.Rows;
import io.stallcast.streaming.StreamKey;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class BroadcastIT {
  @Inject Rows rows;

  private final UUID creator = UUID.randomUUID();

  @Test
  void goesOnAirAndTellsOfIt() {
    var id = schedule(creator, stream("Knots"));

    start(creator, id)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("status", equalTo("live"))
        .body("startedAt", notNullValue());

    var started = TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamStarted.class, id);
    assertThat(started.sequence()).isEqualTo(2);
    assertThat(started.data().stream().status()).isEqualTo("live");
  }

  @Test
  void startsAndStopsOnceHoweverOftenItIsSaid() {
    var id = goLive(creator, stream("Knots"));

    start(creator, id).statusCode(200).header("ETag", "\"2\"");
    stop(creator, id).statusCode(200).header("ETag", "\"3\"").body("status", equalTo("ended"));
    stop(creator, id).statusCode(200).header("ETag", "\"3\"");

    TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamEnded.class, id);
    assertThat(TopicProbe.on(Topic.STREAMING_EVENTS).seen(StreamStarted.class))
        .filteredOn(event -> event.subject().equals(id.toString()))
        .hasSize(1);
  }

  @Test
  void refusesToGoBack() {
    var id = schedule(creator, stream("Knots"));
    stop(creator, id).statusCode(409).body("code", equalTo("illegal_transition"));

    start(creator, id);
    stop(creator, id);
    start(creator, id).statusCode(409).body("code", equalTo("illegal_transition"));
  }

  @Test
  void isTheCreatorsAlone() {
    var id = schedule(creator, stream("Knots"));

    start(UUID.randomUUID(), id).statusCode(404);
    stop(UUID.randomUUID(), id).statusCode(404);
    asCreator(UUID.randomUUID()).post(STREAM + "/stream-key", id).then().statusCode(404);
    asViewer(creator).post(STREAM + "/start", id).then().statusCode(403);
  }

  @Test
  void keepsTheHashOfTheNewestKeyAlone() {
    var id = schedule(creator, stream("Knots"));

    var first = rollKey(id);
    var second = rollKey(id);

    assertThat(second).isNotEqualTo(first);
    assertThat(rows.keyHashes(id)).containsExactly(new StreamKey(second).hash());
  }

  @Test
  void makesNoKeyForWhatIsOver() {
    var id = goLive(creator, stream("Knots"));
    stop(creator, id);

    asCreator(creator).post(STREAM + "/stream-key", id).then().statusCode(409);
  }

  private String rollKey(UUID id) {
    return asCreator(creator)
        .post(STREAM + "/stream-key", id)
        .then()
        .statusCode(200)
        .extract()
        .path("streamKey");
  }
}
