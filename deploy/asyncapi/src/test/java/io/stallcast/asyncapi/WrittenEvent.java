package io.stallcast.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event as a publisher of some release writes it. Those of releases are kept for ever: whoever
 * reads a topic from its beginning meets them.
 *
 * @param version of the schema of its data
 * @param data null in a tombstone
 */
record WrittenEvent(String type, int version, JsonNode data) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final EventCodec CODEC = new EventCodec();

  /** With all in it, and with the least. */
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(component -> false),
          new Sample(component -> component.isAnnotationPresent(Nullable.class)));

  /** What was kept of a topic. */
  static List<WrittenEvent> kept(Topic topic) {
    Path file = Repository.samples(topic.topicName());
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(WrittenEvent::parsed).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What publishers write on a topic now. */
  static List<WrittenEvent> writtenNow(Topic topic) {
    return Code.eventRoots(topic).stream()
        .flatMap(Code::records)
        .flatMap(record -> SAMPLES.stream().map(sample -> of(sample.of(record))))
        .distinct()
        .toList();
  }

  /** Where it is kept, with what is written now in a version of which nothing is kept. */
  static List<WrittenEvent> toKeep(Topic topic) {
    List<WrittenEvent> kept = kept(topic);
    return Stream.concat(
            kept.stream(),
            writtenNow(topic).stream().filter(now -> kept.stream().noneMatch(now::isOfTheSchemaOf)))
        .toList();
  }

  private static WrittenEvent of(Object event) {
    String data = CODEC.encode(event);
    return new WrittenEvent(
        CODEC.type(event), CODEC.version(event), data == null ? JSON.nullNode() : json(data));
  }

  private static WrittenEvent parsed(String line) {
    JsonNode event = json(line);
    return new WrittenEvent(
        event.path("type").asText(), event.path("version").asInt(), event.path("data"));
  }

  private boolean isOfTheSchemaOf(WrittenEvent other) {
    return type.equals(other.type) && version == other.version;
  }

  /** As the code of now reads it, and would write it. */
  WrittenEvent readAndWritten(Topic topic) {
    Class<?> root =
        Code.eventRoots(topic).stream()
            .filter(each -> Code.records(each).anyMatch(this::isOf))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Nobody knows " + type + " any more."));
    return of(CODEC.decode(root, type, data.isNull() ? null : data.toString()));
  }

  private boolean isOf(Class<?> record) {
    return record.getAnnotation(EventType.class).value().equals(type);
  }

  /** The same by a publisher of the future, who says more. */
  WrittenEvent withMore() {
    JsonNode more = data.deepCopy();
    Stream.concat(Stream.of(more), more.findParents("currency").stream())
        .filter(JsonNode::isObject)
        .forEach(part -> ((ObjectNode) part).put("saidInTheFuture", "more"));
    return new WrittenEvent(type, version, more);
  }

  /** Whether all that another says is said here as well. */
  boolean tells(WrittenEvent other) {
    return tells(data, other.data);
  }

  private static boolean tells(JsonNode here, JsonNode there) {
    if (there.isObject()) {
      return there.properties().stream()
          .allMatch(field -> tells(here.path(field.getKey()), field.getValue()));
    }
    return there.isNull() ? here.isNull() || here.isMissingNode() : here.equals(there);
  }

  /** A line of the file that it is kept in. */
  String line() {
    ObjectNode line = JSON.createObjectNode().put("type", type).put("version", version);
    return line.set("data", data).toString() + "\n";
  }

  static Stream<Topic> topics() {
    return Arrays.stream(Topic.values()).filter(topic -> !Code.eventRoots(topic).isEmpty());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON: " + text, e);
    }
  }
}
