package io.stallcast.chat.messaging;

import static io.stallcast.chat.ChatRoomFixture.MESSAGES;
import static io.stallcast.chat.ChatRoomFixture.ROOM;
import static io.stallcast.chat.ChatRoomFixture.say;
import static io.stallcast.chat.ChatRoomFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestSocket;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class MessagingIT {
  private final ChatRoomFixture parlour = ChatRoomFixture.open();
  private final UUID ada = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();

  @AfterEach
  void leave() {
    parlour.close();
  }

  // --- coming and talking

  @Test
  void welcomesEverybodyToAFreeStream() {
    var welcome = parlour.enter(ada, Role.BUYER).await("welcome");
    assertThat(welcome.path("recovered").asBoolean()).isFalse();
    assertThat(welcome.path("epoch").asText()).isNotBlank();
    assertThat(welcome.path("position").isIntegralNumber()).isTrue();
    assertThat(welcome.path("presence").asInt()).isEqualTo(1);

    assertThat(parlour.enterAnonymously().await("welcome").path("presence").asInt()).isEqualTo(2);
  }

  @Test
  void tellsEverybodyWhatWasSaid() {
    var a = enter(ada);
    var b = enter(bob);

    var ack = say(a, "1", "Hello, Bob");

    for (var socket : new TestSocket[] {a, b}) {
      var message = socket.await("message");
      assertThat(message.path("text").asText()).isEqualTo("Hello, Bob");
      assertThat(message.path("clientId").asText()).isEqualTo("1");
      assertThat(message.path("id")).isEqualTo(ack.path("id"));
      assertThat(message.path("position")).isEqualTo(ack.path("position"));
      assertThat(message.path("author").path("id").asText()).isEqualTo(ada.toString());
      assertThat(message.path("sentAt").asText()).endsWith("Z");
    }
  }

  @Test
  void aMessageThatIsSentAgainIsTheSame() {
    var a = enter(ada);
    var first = say(a, "1", "Hello");
    a.send("{'type':'send','clientId':'1','text':'Hello'}");

    await().until(() -> a.frames("ack").size() == 2);
    assertThat(a.frames("ack")).containsOnly(first);
    say(a, "2", "Next");
    a.await(frame -> frame.path("text").asText().equals("Next"), "the next message");
    assertThat(texts(a)).containsExactly("Hello", "Next");
  }

  @Test
  void tellsAllInOneOrder() {
    var a = enter(ada);
    var b = enter(bob);
    IntStream.range(0, 15)
        .forEach(i -> {
          a.send("{'type':'send','clientId':'%d','text':'a%d'}".formatted(i, i));
          b.send("{'type':'send','clientId':'%d','text':'b%d'}".formatted(i, i));
        });

    await().until(() -> texts(a).size() == 30 && texts(b).size() == 30);
    assertThat(texts(a)).isEqualTo(texts(b));
    assertThat(texts(a).stream().filter(text -> text.startsWith("a")))
        .containsExactlyElementsOf(IntStream.range(0, 15).mapToObj(i -> "a" + i).toList());
    assertThat(a.frames("message").stream().map(f -> f.path("position").asLong())).isSorted();
  }

  @Test
  void showsWhoKeepsOrder() {
    say(parlour.enter(parlour.creator(), Role.BUYER, Role.CREATOR), "1", "Welcome");
    var socket = parlour.enter(ada, Role.MODERATOR);
    say(socket, "2", "Behave");

    assertThat(socket.await("message").path("author").path("badges").path(0).asText())
        .isEqualTo("creator");
    assertThat(socket.await("message").path("author").path("badges").path(0).asText())
        .isEqualTo("moderator");
  }

  @Test
  void answersAMessageAndNamesPeople() {
    var a = enter(ada);
    var first = say(a, "1", "Hello");

    a.send(
        "{'type':'send','clientId':'2','text':'@somebody indeed','replyTo':'%s'}"
            .formatted(first.path("id").asText()));

    var answer = a.await(f -> f.path("clientId").asText().equals("2") && f.has("text"), "answer");
    assertThat(answer.path("replyTo")).isEqualTo(first.path("id"));
    assertThat(answer.path("mentions").path(0).asText()).isEqualTo(ada.toString());
  }

  @Test
  void changesAndDeletesOnesOwn() {
    var a = enter(ada);
    var b = enter(bob);
    var id = say(a, "1", "Helo").path("id").asText();

    a.send("{'type':'edit','messageId':'%s','text':'Hello'}".formatted(id));
    assertThat(b.await("message_edited").path("text").asText()).isEqualTo("Hello");
    b.send("{'type':'edit','messageId':'%s','text':'Mine'}".formatted(id));
    assertError(b, "forbidden", id);
    b.send("{'type':'delete','messageId':'%s'}".formatted(id));
    assertError(b, "forbidden", id);
    a.send("{'type':'delete','messageId':'%s'}".formatted(id));
    assertThat(b.await("message_deleted").path("messageId").asText()).isEqualTo(id);
    a.send("{'type':'edit','messageId':'%s','text':'Again'}".formatted(id));
    assertError(a, "not_found", id);
  }

  @Test
  void countsReactions() {
    var a = enter(ada);
    var b = enter(bob);
    var id = say(a, "1", "Hello").path("id").asText();

    a.send("{'type':'react','messageId':'%s','emoji':'🎉'}".formatted(id));
    assertThat(b.await("reaction").path("counts").path("🎉").asInt()).isEqualTo(1);
    b.send("{'type':'react','messageId':'%s','emoji':'🎉'}".formatted(id));
    assertThat(b.await("reaction").path("counts").path("🎉").asInt()).isEqualTo(2);
    a.send("{'type':'react','messageId':'%s','emoji':'🎉','withdrawn':true}".formatted(id));
    assertThat(b.await("reaction").path("counts").path("🎉").asInt()).isEqualTo(1);
    a.send("{'type':'react','messageId':'%s','emoji':'no emoji'}".formatted(id));
    assertThat(a.await("error").path("code").asText()).isEqualTo("validation_failed");
  }

  @Test
  void tellsThatSomebodyWrites() {
    var a = enter(ada);
    enter(bob).send("{'type':'typing'}");

    assertThat(a.await("typing").path("userId").asText()).isEqualTo(bob.toString());
  }

  // --- what is refused

  @Test
  void whoIsAnonymousReadsOnly() {
    var guest = parlour.enterAnonymously();
    guest.await("welcome");
    say(enter(ada), "1", "Hello");
    guest.await("message");

    guest.send("{'type':'send','clientId':'1','text':'Hello'}");

    assertThat(guest.await("error").path("code").asText()).isEqualTo("unauthenticated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'send','clientId':'1','text':' '} | validation_failed",
        "{'type':'send','clientId':'1','text':'\u2003'} | validation_failed",
        "{'type':'send','text':'Hello'} | validation_failed",
        "{'type':'send','clientId':'1','text':'Hi','replyTo':'01930000-0000-7000-8000-000000000001'} | not_found",
        "{'type':'edit','messageId':'01930000-0000-7000-8000-000000000001','text':'Hi'} | not_found",
        "{'type':'ban','userId':'01930000-0000-7000-8000-000000000001'} | forbidden",
        "{'type':'slow_mode','seconds':10} | forbidden",
        "{'type':'pin'} | forbidden",
        "{'type':'shout'} | unknown_type"
      })
  void refusesWhatIsNotAllowed(String frame, String code) {
    var socket = enter(ada);

    socket.send(frame.strip());

    assertThat(socket.await("error").path("code").asText()).isEqualTo(code);
    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void refusesATextThatIsTooLong() {
    var socket = enter(ada);

    socket.send("{'type':'send','clientId':'1','text':'%s'}".formatted("x".repeat(2001)));

    assertError(socket, "validation_failed", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01930000-0000-7000-8000-000000000001", "no-id", "%20"})
  void closesWhereThereIsNoSuchRoom(String room) {
    try (var socket = TestSocket.to("/ws/chat/" + room).open()) {
      assertThat(socket.closeCode()).isEqualTo(4404);
    }
  }

  @Test
  void waitsForWordOfAStreamThatIsNewAndGivesUp() {
    try (var socket = TestSocket.to("/ws/chat/" + Identifiers.next()).open()) {
      assertThat(socket.closeCode()).isEqualTo(4404);
    }
  }

  @Test
  void limitsWhatOnePersonSays() {
    var a = enter(ada);
    IntStream.range(0, 30)
        .forEach(i -> a.send("{'type':'send','clientId':'%d','text':'x'}".formatted(i)));

    assertThat(a.await("error").path("code").asText()).isEqualTo("too_many_requests");
    assertThat(a.isOpen()).isTrue();
  }

  @Test
  void leavesOutWhatNobodyUnderstands() {
    var a = enter(ada);
    TestEvents.sendRaw(Topic.CHAT_MESSAGES, parlour.id(), "chat.posted", "{{{");
    TestEvents.sendRaw(Topic.CHAT_MESSAGES, "no-room", "chat.slowed", "{\"seconds\":1}");
    TestEvents.sendRaw(Topic.CHAT_MESSAGES, parlour.id(), "chat.unheard-of", "{}");

    say(a, "1", "Hello");
    awaitWritten(1);
  }

  // --- the room's life

  @Test
  void closesWithItsStream() {
    var a = enter(ada);
    var id = say(a, "1", "Hello").path("id").asText();

    parlour.end();

    a.await("room_closed");
    a.send("{'type':'send','clientId':'2','text':'More'}");
    assertError(a, "room_closed", "2");
    a.send("{'type':'delete','messageId':'%s'}".formatted(id));
    a.await("message_deleted");
  }

  @Test
  void isGoneWhereTheStreamIsCalledOff() {
    var a = enter(ada);

    parlour.callOff();

    assertThat(a.closeCode()).isEqualTo(4404);
    await()
        .until(() -> parlour.as(ada, Role.BUYER).get(MESSAGES, parlour.id()).statusCode() == 404);
  }

  // --- over HTTP

  @Test
  void saysSomethingOverHttp() {
    var b = enter(bob);

    var id =
        post(ada, "1", "Hello")
            .statusCode(201)
            .header("Location", endsWith(parlour.id() + "/messages/" + readId(b)))
            .body("text", equalTo("Hello"))
            .extract()
            .<String>path("id");

    post(ada, "1", "Hello").statusCode(201).body("id", equalTo(id));
    parlour.as(bob, Role.BUYER).delete(MESSAGES + "/" + id, parlour.id()).then().statusCode(403);
    parlour.as(ada, Role.BUYER).delete(MESSAGES + "/" + id, parlour.id()).then().statusCode(204);
    b.await("message_deleted");
    parlour.as(ada, Role.BUYER).delete(MESSAGES + "/" + id, parlour.id()).then().statusCode(404);
  }

  @Test
  void tellsHowManyAreHere() {
    enter(ada);
    enter(ada);
    parlour.enterAnonymously().await("welcome");

    parlour
        .as(bob, Role.BUYER)
        .get(ROOM + "/presence", parlour.id())
        .then()
        .statusCode(200)
        .body("count", equalTo(2));
  }

  private String readId(TestSocket socket) {
    return socket.await("message").path("id").asText();
  }

  private ValidatableResponse post(UUID who, String clientId, String text) {
    return parlour
        .as(who, Role.BUYER)
        .body(Map.of("clientId", clientId, "text", text))
        .post(MESSAGES, parlour.id())
        .then();
  }

  private void awaitWritten(int count) {
    await()
        .untilAsserted(() ->
            parlour
                .as(ada, Role.BUYER)
                .get(MESSAGES, parlour.id())
                .then()
                .body("items.size()", equalTo(count)));
  }

  private TestSocket enter(UUID user) {
    var socket = parlour.enter(user, Role.BUYER);
    socket.await("welcome");
    return socket;
  }

  private static void assertError(TestSocket socket, String code, String ref) {
    JsonNode error = socket.await("error");
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("ref").asText()).isEqualTo(ref);
  }
}
