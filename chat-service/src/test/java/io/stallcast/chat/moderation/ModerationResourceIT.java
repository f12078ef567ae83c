package io.stallcast.chat.moderation;

import static io.stallcast.chat.ChatRoomFixture.MESSAGES;
import static io.stallcast.chat.ChatRoomFixture.ROOM;
import static io.stallcast.chat.ChatRoomFixture.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestSocket;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ModerationResourceIT {
  private final ChatRoomFixture parlour = ChatRoomFixture.open();
  private final UUID bob = UUID.randomUUID();
  private final UUID moderator = UUID.randomUUID();
  private TestSocket socket;

  @BeforeEach
  void enter() {
    socket = parlour.enter(bob, Role.BUYER);
    socket.await("welcome");
  }

  @AfterEach
  void leave() {
    parlour.close();
  }

  @Test
  void theCreatorNamesModerators() {
    put(asBuyer(moderator), "/moderators/" + moderator, Map.of()).statusCode(403);
    put(asCreator(), "/moderators/" + moderator, Map.of()).statusCode(204);
    put(asCreator(), "/moderators/" + moderator, Map.of()).statusCode(409);
    moderation().body("moderators", contains(moderator.toString()));

    put(asBuyer(moderator), "/slow-mode", Map.of("seconds", 5)).statusCode(204);
    put(asBuyer(moderator), "/bans/" + parlour.creator(), Map.of()).statusCode(403);
    put(asBuyer(moderator), "/timeouts/" + bob, Map.of("seconds", 60)).statusCode(204);
    moderation().body("slowModeSeconds", equalTo(5));

    delete(asCreator(), "/moderators/" + moderator).statusCode(204);
    put(asBuyer(moderator), "/slow-mode", Map.of("seconds", 0)).statusCode(403);
  }

  @Test
  void moderatorsDoNotBanOneAnother() {
    var colleague = UUID.randomUUID();
    put(asCreator(), "/moderators/" + moderator, Map.of()).statusCode(204);
    put(asCreator(), "/moderators/" + colleague, Map.of()).statusCode(204);

    put(asBuyer(moderator), "/bans/" + colleague, Map.of()).statusCode(403);
    put(asCreator(), "/bans/" + colleague, Map.of()).statusCode(204);
  }

  @Test
  void bansAndUnbans() {
    put(asCreator(), "/bans/" + bob, Map.of("reason", "rude")).statusCode(204);
    assertThat(socket.closeCode()).isEqualTo(4403);

    delete(asCreator(), "/bans/" + bob).statusCode(204);
    delete(asCreator(), "/bans/" + bob).statusCode(409);
    parlour.enter(bob, Role.BUYER).await("welcome");
  }

  @Test
  void pinsMessages() {
    var id = say(socket, "1", "Look").path("id").asText();

    put(asCreator(), "/pinned-message", Map.of("messageId", id)).statusCode(204);
    moderation().body("pinnedMessageId", equalTo(id));
    delete(asCreator(), "/pinned-message").statusCode(204);
    moderation().body("pinnedMessageId", nullValue());
    put(asCreator(), "/pinned-message", Map.of("messageId", UUID.randomUUID())).statusCode(404);
  }

  @Test
  void remembersWhoDidWhatAndWhy() {
    var id = say(socket, "1", "Rude").path("id").asText();
    delete(asCreator(), "/messages/" + id + "?reason=rude").statusCode(204);
    put(asCreator(), "/timeouts/" + bob, Map.of("seconds", 60, "reason", "again")).statusCode(204);
    put(asCreator(), "/slow-mode", Map.of("seconds", 3)).statusCode(204);

    await()
        .untilAsserted(() ->
            get(asCreator(), "/moderation-log")
                .statusCode(200)
                .body("items.action", contains("slow_mode", "timeout", "delete"))
                .body("items.by", hasItems(parlour.creator().toString()))
                .body("items[1].userId", equalTo(bob.toString()))
                .body("items[1].seconds", equalTo(60))
                .body("items[1].reason", equalTo("again"))
                .body("items[2].messageId", equalTo(id))
                .body("items[2].reason", equalTo("rude")));
    var next = get(asCreator(), "/moderation-log?limit=2").extract().<String>path("next");
    get(asCreator(), "/moderation-log?limit=2&cursor=" + next)
        .body("items.action", contains("delete"));
    get(asBuyer(bob), "/moderation-log").statusCode(403);
  }

  @Test
  void queuesWhatIsReported() {
    var id = say(socket, "1", "Rude").path("id").asText();
    var ada = UUID.randomUUID();
    var reports = "/messages/" + id + "/reports";

    post(asBuyer(ada), reports, Map.of("reason", "rude")).statusCode(204);
    post(asBuyer(ada), reports, Map.of("reason", "still rude")).statusCode(204);
    post(asBuyer(ada), "/messages/" + UUID.randomUUID() + "/reports", Map.of("reason", "x"))
        .statusCode(404);

    var report =
        get(asCreator(), "/reports")
            .statusCode(200)
            .body("items.text", contains("Rude"))
            .body("items.reason", contains("rude"))
            .body("items.authorId", contains(bob.toString()))
            .extract()
            .<String>path("items[0].id");
    get(asBuyer(ada), "/reports").statusCode(403);
    post(asCreator(), "/reports/" + report + "/resolve", Map.of()).statusCode(204);
    post(asCreator(), "/reports/" + report + "/resolve", Map.of()).statusCode(404);
    get(asCreator(), "/reports").body("items", empty());
    parlour.as(ada, Role.BUYER).get(MESSAGES + "/" + id, parlour.id()).then().statusCode(200);
  }

  @Test
  void isListedWhileItIsOpen() {
    parlour
        .as(bob, Role.BUYER)
        .get("/api/v1/chat/rooms?creator=" + parlour.creator())
        .then()
        .statusCode(200)
        .body("items.id", contains(parlour.id().toString()))
        .body("items[0].status", equalTo("open"))
        .body("items[0].access", equalTo("free"));
    parlour.as(bob, Role.BUYER).get(ROOM, parlour.id()).then().body("status", equalTo("open"));
    parlour.end();
    await()
        .untilAsserted(() ->
            parlour
                .as(bob, Role.BUYER)
                .get("/api/v1/chat/rooms?creator=" + parlour.creator())
                .then()
                .body("items", empty()));
    parlour.as(bob, Role.BUYER).get(ROOM, parlour.id()).then().body("status", equalTo("closed"));
    parlour.as(bob, Role.BUYER).get(ROOM, UUID.randomUUID()).then().statusCode(404);
  }

  private RequestSpecification asCreator() {
    return parlour.as(parlour.creator(), Role.BUYER, Role.CREATOR);
  }

  private RequestSpecification asBuyer(UUID user) {
    return parlour.as(user, Role.BUYER);
  }

  private ValidatableResponse moderation() {
    return get(asBuyer(UUID.randomUUID()), "/moderation").statusCode(200);
  }

  private ValidatableResponse get(RequestSpecification who, String path) {
    return who.get(ROOM + path, parlour.id()).then();
  }

  private ValidatableResponse put(RequestSpecification who, String path, Map<String, ?> body) {
    return who.body(body).put(ROOM + path, parlour.id()).then();
  }

  private ValidatableResponse post(RequestSpecification who, String path, Map<String, ?> body) {
    return who.body(body).post(ROOM + path, parlour.id()).then();
  }

  private ValidatableResponse delete(RequestSpecification who, String path) {
    return who.delete(ROOM + path, parlour.id()).then();
  }
}
