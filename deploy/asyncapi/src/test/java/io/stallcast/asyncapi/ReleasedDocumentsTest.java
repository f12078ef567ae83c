package io.stallcast.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was promised in {@code docs/asyncapi} is what the services say. */
class ReleasedDocumentsTest {

  @ParameterizedTest
  @MethodSource("io.stallcast.asyncapi.Document#all")
  void releasedDocumentIsKept(Document document) {
    assertThat(Compatibility.broken(document.released(), document.built()))
        .as(
            "%s breaks those who rely on it. Say what is new beside it, or by a new type; where"
                + " nobody can rely on it yet, docs/asyncapi/update releases it as it is.",
            document)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.stallcast.asyncapi.Document#all")
  void releasedDocumentTellsAll(Document document) throws IOException {
    assertThat(document.text())
        .as("The services say more than %s: docs/asyncapi/update writes it down.", document)
        .isEqualTo(document.releasedText());
  }

  @Test
  void changedDataHasAnotherVersion() {
    Map<String, JsonNode> released = messages(Document.catalogue().released());
    Map<String, JsonNode> built = messages(Document.catalogue().built());
    released.keySet().retainAll(built.keySet());

    assertThat(released)
        .allSatisfy((place, was) -> {
          JsonNode is = built.get(place);
          if (!data(is).equals(data(was))) {
            assertThat(is.path("headers"))
                .as("raise its version")
                .isNotEqualTo(was.path("headers"));
          }
        });
  }

  private static JsonNode data(JsonNode message) {
    JsonNode data = message.path("payload").deepCopy();
    data.findParents("description").forEach(part -> ((ObjectNode) part).remove("description"));
    return data;
  }

  private static Map<String, JsonNode> messages(JsonNode document) {
    Map<String, JsonNode> messages = new HashMap<>();
    document
        .path("channels")
        .properties()
        .forEach(channel ->
            channel
                .getValue()
                .path("messages")
                .properties()
                .forEach(message ->
                    messages.put(channel.getKey() + " " + message.getKey(), message.getValue())));
    return messages;
  }
}
