package io.stallcast.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An AsyncAPI document, against which is held what is really said: with nothing allowed that it
 * does not name. Safe for use by several threads.
 */
public final class AsyncDocument {
  private static final String PLACE = "https://stallcast.io/asyncapi.json";

  private final JsonNode content;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private AsyncDocument(JsonNode content) {
    this.content = content;
    String text = content.toString();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, builder -> builder.schemas(Map.of(PLACE, text)));
  }

  /** The document in a YAML file. */
  public static AsyncDocument in(Path file) {
    try {
      return of(new YAMLMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document of that content. */
  public static AsyncDocument of(JsonNode document) {
    JsonNode content = document.deepCopy();
    content.findValues("payload").forEach(AsyncDocument::close);
    content.at("/components/schemas").properties().stream()
        .filter(schema -> !schema.getKey().equals("CloudEvent")) // a record may have other headers
        .forEach(schema -> close(schema.getValue()));
    return new AsyncDocument(content);
  }

  /** A document as its readers take it: what it does not name may be there, too. */
  public static AsyncDocument tolerant(JsonNode document) {
    return new AsyncDocument(document);
  }

  private static void close(JsonNode schema) {
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
  }

  /** The names of the channels at an address, such as {@code /ws/streams/42}. */
  public Stream<String> channels(String address) {
    return content.path("channels").properties().stream()
        .filter(channel ->
            address.matches(
                channel.getValue().path("address").asText().replaceAll("\\{\\w+}", "[^/]+")))
        .map(Map.Entry::getKey);
  }

  /** Whether a channel has a message of that name. */
  public boolean has(String channel, String message) {
    return !message(channel, message).isMissingNode();
  }

  /**
   * What does not fit a message's schema.
   *
   * @param part of the message: its {@code payload} or its {@code headers}
   * @return sentences for people; empty where all fits
   */
  public List<String> objections(String channel, String message, String part, JsonNode said) {
    String pointer = "/channels/" + channel + "/messages/" + message + "/" + part;
    return schemas
        .computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(PLACE + "#" + at)))
        .validate(said)
        .stream()
        .map(error -> channel + " " + message + " " + part + ": " + error)
        .toList();
  }

  /** The services that send a message, by the tags of operations. */
  public List<String> senders(String channel, String message) {
    String reference = "#/channels/" + channel + "/messages/" + message;
    return content.path("operations").properties().stream()
        .map(Map.Entry::getValue)
        .filter(operation -> operation.path("action").asText().equals("send"))
        .filter(operation ->
            elements(operation.path("messages"))
                .anyMatch(sent -> sent.path("$ref").asText().equals(reference)))
        .map(operation -> operation.at("/tags/0/name").asText())
        .toList();
  }

  private JsonNode message(String channel, String message) {
    return content.path("channels").path(channel).path("messages").path(message);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
