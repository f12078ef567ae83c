package io.stallcast.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * A socket, and all that it was told. Not the JDK's client, which now and then ended among hundreds
 * of them with invalid UTF-8, where all that was sent is ASCII.
 */
final class Screen implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ENDED_WITHOUT_A_WORD = 1006;
  private static final WebSocketClient CLIENT =
      Vertx.vertx().createWebSocketClient(new WebSocketClientOptions().setMaxConnections(2_000));
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final String path;
  private final Api viewer;
  private final SpokenFrames spoken;
  private final ClientWebSocket socket = CLIENT.webSocket();

  private Screen(String path, Api viewer) {
    this.path = path;
    this.viewer = viewer;
    this.spoken = SpokenFrames.at(path);
  }

  /** A frame, and when it came. */
  record Told(Instant at, JsonNode frame) {
    boolean is(String type) {
      return frame.path("type").asText().equals(type);
    }
  }

  /** A screen of {@code viewer}'s before a stream. */
  static Screen before(String stream, Api viewer) {
    return at("/ws/streams/" + stream, viewer);
  }

  /** A screen that shows {@code viewer} what they are told. */
  static Screen ofNotifications(Api viewer) {
    return at("/ws/notifications", viewer);
  }

  /** A socket of {@code viewer}'s at whatever path. */
  static Screen at(String path, Api viewer) {
    var screen = new Screen(path, viewer);
    screen.connect();
    return screen;
  }

  private void connect() {
    var options =
        new WebSocketConnectOptions()
            .setAbsoluteURI(viewer.origin().replaceFirst("^http", "ws") + path);
    if (viewer.token() != null) {
      options.putHeader("Authorization", "Bearer " + viewer.token());
    }
    socket.textMessageHandler(this::hear).closeHandler(gone -> closed.complete(code()));
    socket.connect(options).toCompletionStage().toCompletableFuture().join();
  }

  private void hear(String frame) {
    if (isOpen()) {
      var heard = new Told(Instant.now(), read(frame));
      told.add(heard);
      spoken.byServer(heard.frame());
    }
  }

  private int code() {
    return Optional.ofNullable(socket.closeStatusCode())
        .map(Short::intValue)
        .orElse(ENDED_WITHOUT_A_WORD);
  }

  private static JsonNode read(String frame) {
    try {
      return JSON.readTree(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON: " + frame, e);
    }
  }

  /** Another one of the same viewer at the same place. */
  Screen again() {
    return at(path, viewer);
  }

  void send(String frame) {
    spoken.byClient(read(frame));
    socket.writeTextMessage(frame).toCompletionStage().toCompletableFuture().join();
  }

  /** All that it was told so far. */
  List<Told> told() {
    return List.copyOf(told);
  }

  /** The first frame of that type; waits for it. */
  Told await(String type) {
    return await(type, frame -> true);
  }

  /** The first frame of that type that is as wanted; waits for it. */
  Told await(String type, Predicate<JsonNode> wanted) {
    return Awaitility.await(type)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> told.stream().filter(t -> t.is(type) && wanted.test(t.frame())).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** The number of viewers that it was told last; none where it was told none. */
  Optional<Long> viewers() {
    return count("viewers");
  }

  /** How many notifications are unread, as it was told last; none where it was not told. */
  Optional<Long> unread() {
    return count("unread");
  }

  private Optional<Long> count(String type) {
    return told.stream()
        .filter(frame -> frame.is(type))
        .reduce((earlier, later) -> later)
        .map(frame -> frame.frame().path("count").asLong());
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  /** Waits until the server has closed it, and says how; 1006 where the connection just ended. */
  int closeCode() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Ends the connection, and hears no more. */
  @Override
  public void close() {
    closed.complete(ENDED_WITHOUT_A_WORD);
    socket.close();
  }
}
