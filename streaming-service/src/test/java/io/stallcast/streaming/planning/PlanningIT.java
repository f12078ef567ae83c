package io.stallcast.streaming.planning;

import static io.restassured.RestAssured.given;
import static io.stallcast.streaming.Studio.STREAM;
import static io.stallcast.streaming.Studio.STREAMS;
import static io.stallcast.streaming.Studio.access;
import static io.stallcast.streaming.Studio.asCreator;
import static io.stallcast.streaming.Studio.asViewer;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.patch;
import static io.stallcast.streaming.Studio.patching;
import static io.stallcast.streaming.Studio.schedule;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent.StreamCancelled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamChanged;
import io.stallcast.platform.event.streaming.StreamEvent.StreamScheduled;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import io.stallcast.streaming.PaymentPeer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class PlanningIT {
  private final UUID creator = UUID.randomUUID();
  private final UUID product = UUID.randomUUID();
  private final Instant tonight =
      Instant.now().plus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS);

  @Test
  void announcesAStreamAndTellsOfIt() {
    var body = stream("Knots");
    body.put("category", "sailing");
    body.put("pictureUrl", "https://example.org/knots.jpg");
    body.put("scheduledFor", tonight.toString());
    body.put("access", access("purchase", product));

    var answer = asCreator(creator).body(body).post(STREAMS).then().statusCode(201);
    var id = answer.extract().<String>path("id");

    answer
        .header("Location", endsWith("/api/v1/streams/" + id))
        .header("ETag", "\"1\"")
        .body("status", equalTo("scheduled"))
        .body("creatorId", equalTo(creator.toString()))
        .body("scheduledFor", equalTo(tonight.toString()))
        .body("access.policy", equalTo("purchase"))
        .body("access.productIds", contains(product.toString()))
        .body("startedAt", nullValue())
        .body("streamKey", startsWith("live_"));
    var scheduled = TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamScheduled.class, id);
    assertThat(scheduled.sequence()).isEqualTo(1);
    assertThat(scheduled.data().stream().category()).isEqualTo("sailing");
    assertThat(scheduled.data().stream().access().productIds()).containsExactly(product);
    assertThat(scheduled.data().stream().scheduledFor()).isEqualTo(tonight);
  }

  @Test
  void isFreeAndOpenInTimeWhereNothingElseIsSaid() {
    var id = schedule(creator, Map.of("title", "Knots"));

    given()
        .get(STREAM, id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("description", equalTo(""))
        .body("scheduledFor", nullValue())
        .body("access.policy", equalTo("free"))
        .body("access.productIds", empty());
  }

  @Test
  void showsTheKeyAtTheCreationAlone() {
    var id = schedule(creator, stream("Knots"));

    asCreator(creator).get(STREAM, id).then().statusCode(200).body("streamKey", nullValue());
  }

  @Test
  void isForCreatorsOnly() {
    given()
        .body(stream("Knots"))
        .contentType("application/json")
        .post(STREAMS)
        .then()
        .statusCode(401);
    asViewer(creator).body(stream("Knots")).post(STREAMS).then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"title":" "}                                             | title
          {"title":"x","category":"Not a slug"}                     | category
          {"title":"x","pictureUrl":"javascript:alert(1)"}          | pictureUrl
          {"title":"x","scheduledFor":"2020-01-01T00:00:00Z"}       | scheduledFor
          {"title":"x","scheduledFor":"+900000-01-01T00:00:00Z"}    | scheduledFor
          {"title":"x","access":{"policy":"purchase"}}              | access
          {"title":"x","access":{"productIds":[]}}                  | access.policy
          {"title":"x","access":{"policy":"free","productIds":["01930000-0000-7000-8000-000000000001"]}} | access
          """)
  void saysWhichFieldBreaksARule(String body, String field) {
    asCreator(creator)
        .body(body)
        .post(STREAMS)
        .then()
        .statusCode(400)
        .body("code", equalTo("validation_failed"))
        .body("violations[0].field", startsWith(field));
  }

  @Test
  void knowsNoOtherFields() {
    asCreator(creator)
        .body("{\"title\":\"x\",\"status\":\"live\"}")
        .post(STREAMS)
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown_field"));
  }

  @Test
  void changesWhatAMergePatchNames() {
    var body = stream("Kots");
    body.put("category", "sailing");
    body.put("scheduledFor", tonight.toString());
    var id = schedule(creator, body);

    patch(creator, id, 1, "{\"title\":\"Knots\",\"category\":null}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("title", equalTo("Knots"))
        .body("category", nullValue())
        .body("scheduledFor", equalTo(tonight.toString()));
    var changed = TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamChanged.class, id);
    assertThat(changed.sequence()).isEqualTo(2);
    assertThat(changed.data().stream().title()).isEqualTo("Knots");
  }

  @Test
  void changesNothingWhereNothingIsNew() {
    var id = schedule(creator, stream("Knots"));

    patch(creator, id, 1, "{\"title\":\"Knots\"}").statusCode(200).header("ETag", "\"1\"");
  }

  @Test
  void losesNoUpdate() {
    var id = schedule(creator, stream("Knots"));
    patch(creator, id, 1, "{\"title\":\"Bends\"}").statusCode(200);

    patch(creator, id, 1, "{\"title\":\"Hitches\"}")
        .statusCode(412)
        .body("code", equalTo("precondition_failed"));
    patching(asCreator(creator)).body("{}").patch(STREAM, id).then().statusCode(428);
  }

  @Test
  void holdsAChangeToTheSameRules() {
    var id = schedule(creator, stream("Knots"));

    patch(creator, id, 1, "{\"title\":null}").statusCode(400);
    patch(creator, id, 1, "{\"access\":{\"policy\":\"purchase\"}}").statusCode(400);
    patch(creator, id, 1, "{\"scheduledFor\":\"2020-01-01T00:00:00Z\"}").statusCode(400);
    patch(creator, id, 1, "{\"status\":\"live\"}")
        .statusCode(400)
        .body("code", equalTo("unknown_field"));
  }

  @Test
  void settlesTimeAndAccessOnceItIsLive() {
    var id = goLive(creator, stream("Knots"));

    patch(creator, id, 2, "{\"title\":\"Bends\"}").statusCode(200);
    patch(creator, id, 3, "{\"scheduledFor\":\"" + tonight + "\"}")
        .statusCode(409)
        .body("code", equalTo("illegal_transition"))
        .body("detail", containsString("live"));
  }

  @Test
  void callsOffWhatHasNotBegun() {
    var id = schedule(creator, stream("Knots"));

    asCreator(creator).delete(STREAM, id).then().statusCode(204);

    given().get(STREAM, id).then().statusCode(404);
    var cancelled = TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamCancelled.class, id);
    assertThat(cancelled.sequence()).isEqualTo(2);
    assertThat(cancelled.data().stream().title()).isEqualTo("Knots");
  }

  @Test
  void callsOffNothingThatIsLive() {
    var id = goLive(creator, stream("Knots"));

    asCreator(creator).delete(STREAM, id).then().statusCode(409);
  }

  @Test
  void leavesOtherPeoplesStreamsAlone() {
    var id = schedule(creator, stream("Knots"));
    var rival = UUID.randomUUID();

    patch(rival, id, 1, "{\"title\":\"Mine\"}").statusCode(404);
    asCreator(rival).delete(STREAM, id).then().statusCode(404);
  }
}
