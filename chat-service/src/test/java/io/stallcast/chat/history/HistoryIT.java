package io.stallcast.chat.history;

import static io.stallcast.chat.ChatRoomFixture.MESSAGES;
import static io.stallcast.chat.ChatRoomFixture.place;
import static io.stallcast.chat.ChatRoomFixture.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.chat.Message;
import io.stallcast.chat.RoomState;
import io.stallcast.chat.RoomStore;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.chat.ChatEvent.MessageDeleted;
import io.stallcast.platform.event.chat.ChatEvent.UserBanned;
import io.stallcast.platform.event.chat.ChatEvent.UserMentioned;
import io.stallcast.platform.fanout.Logs;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TopicProbe;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class HistoryIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject RoomStore store;
  @Inject Logs logs;
  @Inject Pool pool;
  @Inject HistoryPurge forgetting;

  private final ChatRoomFixture parlour = ChatRoomFixture.open();
  private final UUID ada = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();

  @AfterEach
  void leave() {
    parlour.close();
  }

  @Test
  void readsBackwardsPageByPage() {
    var a = enter(ada);
    IntStream.range(0, 5).forEach(i -> say(a, "" + i, "m" + i));

    var next =
        list("?limit=2").body("items.text", contains("m4", "m3")).extract().<String>path("next");
    var middle = list("?limit=2&cursor=" + next).body("items.text", contains("m2", "m1")).extract();
    list("?limit=2&cursor=" + middle.path("next"))
        .body("items.text", contains("m0"))
        .body("next", nullValue());
    list("?before=" + middle.path("items[1].id")).body("items.text", contains("m0"));
    get("?before=" + UUID.randomUUID()).statusCode(404);
    get("?cursor=forged").statusCode(400);
  }

  @Test
  void writesDownWhatHasBecomeOfMessages() {
    var a = enter(ada);
    var edited = say(a, "1", "Helo").path("id").asText();
    var deleted = say(a, "2", "Never mind").path("id").asText();
    a.send("{'type':'edit','messageId':'%s','text':'Hello'}".formatted(edited));
    a.send("{'type':'delete','messageId':'%s'}".formatted(deleted));
    a.send("{'type':'react','messageId':'%s','emoji':'🎉'}".formatted(edited));
    a.send("{'type':'react','messageId':'%s','emoji':'👍'}".formatted(edited));
    a.send("{'type':'react','messageId':'%s','emoji':'👍','withdrawn':true}".formatted(edited));
    var last = say(a, "3", "Done").path("position").asLong();
    awaitWritten(last);

    var kept = folded();
    assertThat(kept.messages().all())
        .extracting(Message::text)
        .containsExactly("Hello", "", "Done");
    assertThat(kept.messages().all().getFirst().editedAt()).isPresent();
    var page = list("").body("items.text", contains("Done", "Hello")).extract().jsonPath();
    assertThat(page.getMap("items[1].reactions")).isEqualTo(Map.of("🎉", 1));
    get("/" + edited).statusCode(200).body("text", equalTo("Hello"));
    get("/" + deleted).statusCode(404);
  }

  @Test
  void writesDownHowRoomsAreModerated() {
    var keeper = parlour.enter(parlour.creator(), Role.BUYER, Role.CREATOR);
    keeper.await("welcome");
    var pinned = say(keeper, "1", "Rules").path("id").asText();
    var mallory = UUID.randomUUID();
    keeper.send("{'type':'pin','messageId':'%s'}".formatted(pinned));
    keeper.send("{'type':'slow_mode','seconds':30}");
    keeper.send("{'type':'ban','userId':'%s'}".formatted(mallory));
    keeper.send("{'type':'timeout','userId':'%s','seconds':600}".formatted(bob));
    keeper.send("{'type':'ban','userId':'%s'}".formatted(ada));
    keeper.send("{'type':'unban','userId':'%s'}".formatted(ada));
    awaitWritten(say(keeper, "2", "Done").path("position").asLong());

    var kept = folded();
    assertThat(kept.moderation().pinned()).hasToString(pinned);
    assertThat(kept.moderation().slowModeSeconds()).isEqualTo(30);
    assertThat(kept.isBanned(mallory)).isTrue();
    assertThat(kept.silenceOf(bob)).isBetween(Instant.now(), Instant.now().plusSeconds(600));
    assertThat(kept.silenceOf(ada)).isNull();
  }

  @Test
  void tellsOthersWhatIsOfUseToThem() {
    var a = parlour.enter(parlour.creator(), Role.BUYER, Role.CREATOR);
    a.await("welcome");
    var id = UUID.fromString(say(enter(bob), "1", "Hello").path("id").asText());
    var mention = UUID.fromString(say(a, "2", "Welcome, @somebody").path("id").asText());
    a.send("{'type':'delete','messageId':'%s'}".formatted(id));
    a.send("{'type':'ban','userId':'%s','reason':'rude'}".formatted(bob));

    var events = TopicProbe.on(Topic.CHAT_EVENTS);
    assertThat(events.await(UserMentioned.class, parlour.id()).data())
        .isEqualTo(
            new UserMentioned(
                parlour.id(), mention, parlour.creator(), "somebody", bob, "Welcome, @somebody"));
    assertThat(events.await(MessageDeleted.class, parlour.id()).data())
        .isEqualTo(new MessageDeleted(parlour.id(), id, parlour.creator()));
    assertThat(events.await(UserBanned.class, parlour.id()).data())
        .isEqualTo(new UserBanned(parlour.id(), bob, parlour.creator(), "rude"));
  }

  @Test
  void beginsAnewWhereSomebodyElseHasWritten() {
    var a = enter(ada);
    awaitWritten(say(a, "1", "One").path("position").asLong());
    // as where another pod has begun, and has not come as far
    execute("update progress set position = position - 1 where partition = $1", partition());

    awaitWritten(say(a, "2", "Two").path("position").asLong());

    list("").body("items.text", contains("Two", "One"));
  }

  @Test
  void forgetsWhatWasToldLongAgo() {
    var a = enter(ada);
    awaitWritten(say(a, "1", "One").path("position").asLong());

    forgetEverything();

    assertThat(store.told(parlour.id(), epoch(), -1, 10).await().atMost(SOON).beginning())
        .isNotNegative();
  }

  @Test
  void tellsTheNewestPageToWhoeverWasAwayForTooLong() {
    var a = parlour.enter(ada, Role.BUYER);
    var left = place(a.await("welcome"));
    IntStream.range(0, 501).forEach(i -> parlour.sayElsewhere("" + i, "Meanwhile"));
    await().atMost(SOON).until(() -> a.frames("message").size() == 501);
    awaitWritten(a.frames("message").getLast().path("position").asLong());
    forgetEverything();

    var back = parlour.comeBack(bob, left);

    assertThat(back.await("welcome").path("recovered").asBoolean()).isFalse();
    say(a, "last", "Last");
    back.await(frame -> frame.path("text").asText().equals("Last"), "what is said now");
    assertThat(back.frames("message")).hasSize(51);
  }

  @Test
  void keepsFramesAsTheyWereTold() {
    var a = enter(ada);
    var ack = say(a, "1", "One");
    awaitWritten(ack.path("position").asLong());

    var told = store.told(parlour.id(), epoch(), -1, 10).await().atMost(SOON);

    assertThat(told.frames()).hasSize(1);
    assertThat(told.frames().getFirst().frame()).isEqualTo(a.await("message").toString());
  }

  /** As if all of it had been told long ago. */
  private void forgetEverything() {
    execute(
        "update told set told_at = $2 where room_id = $1",
        parlour.id(),
        Instant.now().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC));
    forgetting.forget();
    await()
        .untilAsserted(() ->
            assertThat(store.told(parlour.id(), epoch(), -1, 10).await().atMost(SOON).frames())
                .isEmpty());
  }

  private RoomState folded() {
    return store.folded(parlour.id(), epoch()).await().atMost(SOON).state();
  }

  private String epoch() {
    return logs.epoch(Topic.CHAT_MESSAGES).orElseThrow();
  }

  private int partition() {
    return Topic.CHAT_MESSAGES.partitionOf(parlour.id().toString());
  }

  private void execute(String sql, Object... parameters) {
    pool.preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(SOON);
  }

  private void awaitWritten(long position) {
    await()
        .atMost(SOON)
        .until(() ->
            store.progress(epoch()).await().atMost(SOON).getOrDefault(partition(), -1L)
                >= position);
  }

  private TestSocket enter(UUID user) {
    var socket = parlour.enter(user, Role.BUYER);
    socket.await("welcome");
    return socket;
  }

  private ValidatableResponse list(String query) {
    return get(query).statusCode(200);
  }

  private ValidatableResponse get(String path) {
    return parlour.as(bob, Role.BUYER).get(MESSAGES + path, parlour.id()).then();
  }
}
