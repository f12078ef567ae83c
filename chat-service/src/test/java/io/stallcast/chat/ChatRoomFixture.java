package io.stallcast.chat;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.stallcast.chat.RoomRecord.Posted;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.event.streaming.StreamEvent.Access;
import io.stallcast.platform.event.streaming.StreamEvent.StreamCancelled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamEnded;
import io.stallcast.platform.event.streaming.StreamEvent.StreamStarted;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A room, and those in it; all of them leave when it is closed. */
public final class ChatRoomFixture implements AutoCloseable {
  public static final String ROOM = "/api/v1/chat/rooms/{id}";
  public static final String MESSAGES = ROOM + "/messages";

  private final List<TestSocket> sockets = new ArrayList<>();
  private final UUID id;
  private final UUID creator = UUID.randomUUID();
  private final List<UUID> products;
  private long version = 1;

  private ChatRoomFixture(UUID id, List<UUID> products) {
    this.id = id;
    this.products = products;
  }

  /** Of a stream that is live, for everybody or for who has one of these products. */
  public static ChatRoomFixture open(UUID... products) {
    var fixture = new ChatRoomFixture(Identifiers.next(), List.of(products));
    fixture.tell(new StreamStarted(fixture.stream("live")));
    return fixture;
  }

  /** Of whatever the test itself tells of, made long ago. */
  public static ChatRoomFixture untold() {
    return new ChatRoomFixture(UUID.randomUUID(), List.of());
  }

  public UUID id() {
    return id;
  }

  public UUID creator() {
    return creator;
  }

  public void end() {
    version++;
    tell(new StreamEnded(stream("ended")));
  }

  public void callOff() {
    tell(new StreamCancelled(stream("scheduled")));
  }

  private void tell(StreamEvent event) {
    TestEvents.send(Topic.STREAMING_EVENTS, id, version, event);
  }

  private StreamEvent.Stream stream(String status) {
    var policy = products.isEmpty() ? "free" : "purchase";
    return new StreamEvent.Stream(
        id,
        version,
        creator,
        "Knots",
        "",
        null,
        null,
        status,
        new Access(policy, products),
        null,
        Instant.now(),
        null,
        Instant.now(),
        null);
  }

  /** Somebody comes who has not been here before. */
  public TestSocket enter(UUID user, String... roles) {
    return remember(path("").as(TestTokens.of(user, roles)).open());
  }

  public TestSocket enterAnonymously() {
    return remember(path("").open());
  }

  /** Somebody comes back who has been told so much. */
  public TestSocket comeBack(UUID user, String since) {
    return remember(path("?since=" + since).as(TestTokens.of(user, Role.BUYER)).open());
  }

  public RequestSpecification as(UUID user, String... roles) {
    return given().auth().oauth2(TestTokens.of(user, roles)).contentType(ContentType.JSON);
  }

  /** Somebody says something by way of another pod. */
  public void sayElsewhere(String clientId, String text) {
    var author = new Author(UUID.randomUUID(), "Somebody", List.of());
    TestEvents.send(
        Topic.CHAT_MESSAGES, id, 0, new Posted(clientId, author, text, null, List.of()));
  }

  /** Says something, and waits until it is acknowledged. */
  public static JsonNode say(TestSocket socket, String clientId, String text) {
    socket.send("{'type':'send','clientId':'%s','text':'%s'}".formatted(clientId, text));
    return Awaitility.await("acknowledgement of " + clientId)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> acknowledgement(socket, clientId), Optional::isPresent)
        .orElseThrow();
  }

  /** Whether it came before or after the message itself. */
  private static Optional<JsonNode> acknowledgement(TestSocket socket, String clientId) {
    return socket.frames("ack").stream()
        .filter(frame -> frame.path("clientId").asText().equals(clientId))
        .findFirst();
  }

  /** What a socket says when it comes back. */
  public static String place(JsonNode welcome) {
    return welcome.path("epoch").asText() + ":" + welcome.path("position").asLong();
  }

  public static String place(JsonNode welcome, JsonNode last) {
    return welcome.path("epoch").asText() + ":" + last.path("position").asLong();
  }

  public static List<String> texts(TestSocket socket) {
    return socket.frames("message").stream().map(frame -> frame.path("text").asText()).toList();
  }

  @Override
  public void close() {
    sockets.forEach(TestSocket::drop);
  }

  private TestSocket remember(TestSocket socket) {
    sockets.add(socket);
    return socket;
  }

  private TestSocket.Opening path(String query) {
    return TestSocket.to("/ws/chat/" + id + query);
  }
}
