package io.stallcast.streaming.reminder;

import static io.restassured.RestAssured.given;
import static io.stallcast.streaming.Studio.STREAM;
import static io.stallcast.streaming.Studio.as;
import static io.stallcast.streaming.Studio.asCreator;
import static io.stallcast.streaming.Studio.asViewer;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.patch;
import static io.stallcast.streaming.Studio.schedule;
import static io.stallcast.streaming.Studio.start;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent.StreamReminderDue;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TopicProbe;
import io.stallcast.streaming.PaymentPeer;
import io.stallcast.streaming.Rows;
import io.stallcast.streaming.StreamJob.RemindersDue;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class ReminderIT {
  private static final Duration LEAD = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Rows rows;

  private final UUID creator = UUID.randomUUID();
  private final UUID viewer = UUID.randomUUID();

  @Test
  void remindsSomeTimeBeforeItBegins() {
    var beginning = in(LEAD.plusSeconds(2));
    var id = scheduled(beginning);
    var other = UUID.randomUUID();
    ask(id, viewer);
    ask(id, viewer);
    ask(id, other);
    asViewer(other).delete(STREAM + "/reminder", id).then().statusCode(204);

    var reminder = TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamReminderDue.class, id);

    assertThat(reminder.data())
        .isEqualTo(new StreamReminderDue(id, creator, "Knots", beginning, viewer));
    assertThat(Instant.now()).isBefore(beginning);
    assertThat(reminded(id)).containsExactly(viewer);
  }

  @Test
  void remindsOnceMoreOfAnotherTime() {
    var id = scheduled(in(LEAD.plusSeconds(1)));
    ask(id, viewer);
    await().atMost(SOON).until(() -> reminded(id).size() == 1);

    patch(creator, id, 1, "{\"scheduledFor\":\"" + in(LEAD.plusSeconds(2)) + "\"}").statusCode(200);

    await().atMost(SOON).until(() -> reminded(id).size() == 2);
  }

  @Test
  void remindsAtTheBeginningWhoAskedLate() {
    var beginning = in(Duration.ofSeconds(2));
    var id = scheduled(beginning);
    ask(id, viewer);

    var reminder = TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamReminderDue.class, id);

    assertThat(reminder.time()).isAfterOrEqualTo(beginning);
  }

  @Test
  void remindsEverybodyOnceHoweverManyTheyAre() {
    var id = scheduled(in(LEAD.plusSeconds(2)));
    var crowd = Stream.generate(UUID::randomUUID).limit(5).toList();
    crowd.forEach(user -> ask(id, user));

    await().atMost(SOON).until(() -> reminded(id).size() >= 5);

    TestEvents.send(Topic.STREAMING_JOBS, id, 0, new RemindersDue(id));
    awaitJobsDone();
    assertThat(reminded(id)).containsExactlyInAnyOrderElementsOf(crowd);
  }

  @Test
  void remindsOfNothingThatHasBegunOrWasPutOff() {
    var live = scheduled(in(LEAD));
    ask(live, viewer);
    start(creator, live);
    var later = scheduled(in(LEAD.plusHours(1)));
    ask(later, viewer);

    TestEvents.send(Topic.STREAMING_JOBS, live, 0, new RemindersDue(live));
    TestEvents.send(Topic.STREAMING_JOBS, later, 0, new RemindersDue(later));
    awaitJobsDone();

    assertThat(reminded(live)).isEmpty();
    assertThat(reminded(later)).isEmpty();
    assertThat(rows.timers("reminders:" + live)).isZero();
    assertThat(rows.timers("reminders:" + later)).isEqualTo(1);
  }

  @Test
  void forgetsTheTimerOfWhatIsCalledOff() {
    var id = scheduled(in(LEAD.plusHours(1)));
    assertThat(rows.timers("reminders:" + id)).isEqualTo(1);

    asCreator(creator).delete(STREAM, id).then().statusCode(204);

    assertThat(rows.timers("reminders:" + id)).isZero();
  }

  @Test
  void saysWhatCannotBeWaitedFor() {
    var live = goLive(creator, stream("Knots"));

    asViewer(viewer)
        .post(STREAM + "/reminder", live)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal_transition"));
    asViewer(viewer).post(STREAM + "/reminder", UUID.randomUUID()).then().statusCode(404);
    asViewer(viewer).delete(STREAM + "/reminder", UUID.randomUUID()).then().statusCode(404);
    given().post(STREAM + "/reminder", live).then().statusCode(401);
    as(viewer, Role.SERVICE).post(STREAM + "/reminder", live).then().statusCode(403);
  }

  /** The jobs of a key are done in their order: the last one is done when its reminder is there. */
  private void awaitJobsDone() {
    var marker = scheduled(in(LEAD.plusSeconds(1)));
    ask(marker, viewer);
    await().atMost(SOON).until(() -> !reminded(marker).isEmpty());
  }

  private UUID scheduled(Instant beginning) {
    var stream = stream("Knots");
    stream.put("scheduledFor", beginning.toString());
    return schedule(creator, stream);
  }

  private static Instant in(Duration time) {
    return Instant.now().plus(time).truncatedTo(ChronoUnit.MILLIS);
  }

  private static void ask(UUID id, UUID user) {
    asViewer(user).post(STREAM + "/reminder", id).then().statusCode(204);
  }

  private static List<UUID> reminded(UUID id) {
    return TopicProbe.on(Topic.STREAMING_EVENTS).seen(StreamReminderDue.class).stream()
        .filter(event -> event.subject().equals(id.toString()))
        .map(event -> event.data().userId())
        .toList();
  }
}
