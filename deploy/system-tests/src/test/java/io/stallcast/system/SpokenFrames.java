package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.asyncapi.AsyncDocument;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What is said on a socket, held against the document of its protocol. */
final class SpokenFrames {
  private static final List<AsyncDocument> PROTOCOLS =
      Stream.of("chat-service", "notification-service", "streaming-service")
          .map(RunningStack::document)
          .toList();
  private static final Queue<String> OBJECTIONS = new ConcurrentLinkedQueue<>();

  private final AsyncDocument protocol;
  private final String channel;

  private SpokenFrames(AsyncDocument protocol, String channel) {
    this.protocol = protocol;
    this.channel = channel;
  }

  /** On a socket of that path. */
  static SpokenFrames at(String path) {
    String address = path.replaceFirst("\\?.*", "");
    return PROTOCOLS.stream()
        .flatMap(protocol ->
            protocol.channels(address).map(channel -> new SpokenFrames(protocol, channel)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No document has " + address));
  }

  void byServer(JsonNode frame) {
    check("server", frame);
  }

  void byClient(JsonNode frame) {
    check("client", frame);
  }

  private void check(String speaker, JsonNode frame) {
    String message = speaker + "." + frame.path("type").asText();
    if (protocol.has(channel, message)) {
      OBJECTIONS.addAll(protocol.objections(channel, message, "payload", frame));
    } else {
      OBJECTIONS.add(channel + " " + message + ": not documented");
    }
  }

  /** All that no document has, since it was asked last. */
  static List<String> undocumented() {
    return Stream.generate(OBJECTIONS::poll).takeWhile(found -> found != null).toList();
  }
}
