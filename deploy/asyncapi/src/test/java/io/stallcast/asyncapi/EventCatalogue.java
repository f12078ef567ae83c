package io.stallcast.asyncapi;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The document of all topics: a channel for each, and who sends and reads what. */
final class EventCatalogue {
  static final String NAME = "events";
  private static final String SCHEMA = "https://stallcast.io/schemas/";

  private final Javadocs docs;
  private final Schemas schemas;

  private EventCatalogue(Javadocs docs) {
    this.docs = docs;
    this.schemas =
        Schemas.of(
            Code.eventRoots().stream().flatMap(Code::records).toList(), Writer.PUBLISHER, docs);
  }

  static ObjectNode build(Javadocs docs) {
    return new EventCatalogue(docs).document();
  }

  private ObjectNode document() {
    ObjectNode document = AsyncApi.prose(NAME);
    ObjectNode components = (ObjectNode) document.remove("components");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    for (Topic topic : Topic.values()) {
      channels.set(topic.topicName(), channel(topic));
      Code.eventRoots(topic).forEach(root -> sending(topic, root, operations));
      reading(topic, operations);
    }
    components.withObject("/schemas").setAll(schemas.shared());
    document.set("components", components);
    return document;
  }

  private ObjectNode channel(Topic topic) {
    ObjectNode channel = AsyncApi.object().put("address", topic.topicName());
    description(topic).ifPresent(text -> channel.put("description", text));
    ObjectNode messages = channel.putObject("messages");
    Code.eventRoots(topic).stream()
        .flatMap(Code::records)
        .forEach(record -> messages.set(type(record), message(record)));
    channel.putObject("bindings").set("kafka", binding(topic));
    return channel;
  }

  private Optional<String> description(Topic topic) {
    var roots = Code.eventRoots(topic).stream().map(docs::of);
    return Optional.of(
            Stream.concat(Stream.of(docs.of(topic)), roots)
                .flatMap(Optional::stream)
                .collect(joining("\n\n")))
        .filter(text -> !text.isEmpty());
  }

  private static ObjectNode binding(Topic topic) {
    ObjectNode binding = AsyncApi.object().put("partitions", topic.partitions());
    ObjectNode settings = binding.putObject("topicConfiguration");
    topic.configuration().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(setting -> {
          switch (setting.getKey()) {
            case "cleanup.policy" -> settings.putArray("cleanup.policy").add(setting.getValue());
            case "retention.ms" -> settings.put("retention.ms", Long.valueOf(setting.getValue()));
            default -> settings.put(setting.getKey(), setting.getValue());
          }
        });
    return binding.put("bindingVersion", "0.5.0");
  }

  private ObjectNode message(Class<?> record) {
    EventType type = record.getAnnotation(EventType.class);
    ObjectNode message = AsyncApi.object().put("name", type.value());
    message.put("title", record.getSimpleName());
    message.putArray("traits").add(AsyncApi.reference("components", "messageTraits", "event"));
    ObjectNode payload = schemas.payloads().get(record);
    Optional.ofNullable(payload.remove("description"))
        .ifPresent(text -> message.set("description", text));
    message.set("headers", headers(type));
    message.set("payload", type.tombstone() ? AsyncApi.object().put("type", "null") : payload);
    return message;
  }

  private static ObjectNode headers(EventType type) {
    ObjectNode own = AsyncApi.object();
    ObjectNode properties = own.putObject("properties");
    properties.putObject("ce_type").put("const", type.value());
    properties
        .putObject("ce_dataschema")
        .put("const", SCHEMA + type.value() + "/" + type.version());
    ObjectNode headers = AsyncApi.object().put("type", "object");
    headers
        .putArray("allOf")
        .add(AsyncApi.reference("components", "schemas", "CloudEvent"))
        .add(own);
    return headers;
  }

  private void sending(Topic topic, Class<?> root, ObjectNode operations) {
    for (String service : Code.publishers(root)) {
      List<String> types =
          Code.records(root)
              .filter(record -> Code.makes(service, record))
              .map(EventCatalogue::type)
              .toList();
      operation(service, "send", topic, types, operations);
    }
  }

  private void reading(Topic topic, ObjectNode operations) {
    for (Class<?> root : Code.eventRoots(topic)) {
      for (String service : Code.readers(root)) {
        var types = Code.records(root).map(EventCatalogue::type).toList();
        ObjectNode operation = operation(service, "receive", topic, types, operations);
        if (topic.consumers().contains(service)) {
          operation.put("x-dead-letters", Topic.deadLetters(topic.topicName(), service));
        }
      }
    }
  }

  /** One for each service, topic and direction, whatever the number of interfaces. */
  private static ObjectNode operation(
      String service, String action, Topic topic, List<String> types, ObjectNode operations) {
    String id = service + "." + action + "." + topic.topicName();
    ObjectNode operation = operations.withObject("/" + id);
    if (operation.isEmpty()) {
      operation.put("action", action);
      operation.set("channel", AsyncApi.reference("channels", topic.topicName()));
      operation.putArray("tags").addObject().put("name", service);
    }
    ArrayNode messages = operation.withArray("messages");
    types.forEach(
        type -> messages.add(AsyncApi.reference("channels", topic.topicName(), "messages", type)));
    return operation;
  }

  private static String type(Class<?> record) {
    return record.getAnnotation(EventType.class).value();
  }
}
