package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.system.Screen.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Somebody in a stream's room, who comes back as often as it takes, and what they read. */
final class Guest implements AutoCloseable {
  private static final Set<String> OF_THIS_SOCKET = Set.of("welcome", "ack", "error", "typing");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String room;
  private final List<Screen> screens = new ArrayList<>();
  private Api viewer;

  private Guest(String room, Api viewer) {
    this.room = room;
    this.viewer = viewer;
  }

  /** Comes into the room, and waits for its welcome. */
  static Guest in(String room, Api viewer) {
    var guest = new Guest(room, viewer);
    guest.come("");
    return guest;
  }

  /** Comes back by way of {@code origin}, and says what was read last. */
  void comeBack(Api origin) {
    viewer = origin;
    come("?since=" + place());
    assertThat(welcome().path("recovered").asBoolean()).as("recovered").isTrue();
  }

  private void come(String query) {
    var screen = Screen.at("/ws/chat/" + room + query, viewer);
    if (!isWelcome(screen)) {
      throw new CompletionException("closed with " + screen.closeCode(), null);
    }
    screens.add(screen);
  }

  private static boolean isWelcome(Screen screen) {
    return Awaitility.await("welcome")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                screen.told().stream().anyMatch(told -> told.is("welcome"))
                    ? Optional.of(true)
                    : Optional.of(false).filter(no -> !screen.isOpen()),
            Optional::isPresent)
        .orElseThrow();
  }

  boolean isHere() {
    return screens.getLast().isOpen();
  }

  Screen screen() {
    return screens.getLast();
  }

  void say(String clientId, String text) {
    screen()
        .send("{\"type\":\"send\",\"clientId\":\"%s\",\"text\":\"%s\"}".formatted(clientId, text));
  }

  /** All messages, over all comings, as they came. */
  List<String> texts() {
    return frames()
        .filter(frame -> frame.path("type").asText().equals("message"))
        .map(frame -> frame.path("text").asText())
        .toList();
  }

  private Stream<JsonNode> frames() {
    return screens.stream().flatMap(screen -> screen.told().stream()).map(Told::frame);
  }

  private String place() {
    long last =
        frames()
            .filter(frame -> frame.has("position"))
            .filter(frame -> !OF_THIS_SOCKET.contains(frame.path("type").asText()))
            .mapToLong(frame -> frame.path("position").asLong())
            .max()
            .orElse(welcome().path("position").asLong());
    return welcome().path("epoch").asText() + ":" + last;
  }

  private JsonNode welcome() {
    return screens.getLast().await("welcome").frame();
  }

  @Override
  public String toString() {
    return "Guest[%s, %s, comings=%d, read=%d]"
        .formatted(
            viewer.origin(),
            isHere() ? "here" : "closed with " + screen().closeCode(),
            screens.size(),
            texts().size());
  }

  @Override
  public void close() {
    screens.getLast().close();
  }
}
