package io.stallcast.asyncapi;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.websockets.next.WebSocket;
import io.stallcast.platform.socket.CloseCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document of a service's socket: what it tells, and what it hears. */
final class SocketProtocol {
  private final Javadocs docs;
  private final String channel;
  private final ObjectNode messages = AsyncApi.object();
  private final ObjectNode operations = AsyncApi.object();
  private final ObjectNode schemas = AsyncApi.object();

  private SocketProtocol(Javadocs docs, String channel) {
    this.docs = docs;
    this.channel = channel;
  }

  static ObjectNode build(String service, Javadocs docs) {
    ObjectNode document = AsyncApi.prose(service);
    ObjectNode channels = (ObjectNode) document.remove("channels");
    return new SocketProtocol(docs, channels.fieldNames().next())
        .build(service, document, channels);
  }

  private ObjectNode build(String service, ObjectNode document, ObjectNode channels) {
    Class<?> endpoint = Code.endpoint(service);
    direction("send", "server", Code.serverFrames(service), Writer.SERVER);
    direction("receive", "client", Code.clientFrames(endpoint), Writer.CLIENT);
    ObjectNode only = (ObjectNode) channels.get(channel);
    only.put("address", endpoint.getAnnotation(WebSocket.class).path());
    only.set("messages", messages);

    ObjectNode common = AsyncApi.prose("sockets");
    ObjectNode components = (ObjectNode) common.remove("components");
    ObjectNode info = (ObjectNode) document.get("info");
    info.put("description", info.path("description").asText() + "\n" + manners());
    document.setAll(common);
    document.set("channels", channels);
    document.set("operations", operations);
    document.set("components", components.set("schemas", schemas));
    return document;
  }

  /** What is said in one direction; the document is the server's. */
  private void direction(String action, String speaker, List<Class<?>> frames, Writer writer) {
    Schemas said = Schemas.of(frames, writer, docs);
    schemas.setAll(said.shared());
    ObjectNode operation = operations.putObject(speaker).put("action", action);
    operation.set("channel", AsyncApi.reference("channels", channel));
    ArrayNode references = operation.putArray("messages");
    for (Map.Entry<Class<?>, ObjectNode> frame : said.payloads().entrySet()) {
      String type = frame.getKey().getAnnotation(JsonTypeName.class).value();
      String id = speaker + "." + type;
      messages.set(id, message(type, frame.getValue(), writer));
      references.add(AsyncApi.reference("channels", channel, "messages", id));
    }
  }

  private static ObjectNode message(String type, ObjectNode payload, Writer writer) {
    ObjectNode message = AsyncApi.object().put("name", type);
    Optional.ofNullable(payload.remove("description"))
        .ifPresent(text -> message.set("description", text));
    return message.set("payload", framed(type, payload, writer));
  }

  /** With its type in front; a client may say nothing that is not known. */
  private static ObjectNode framed(String type, ObjectNode payload, Writer writer) {
    ObjectNode frame = AsyncApi.object().put("type", "object");
    ObjectNode properties = frame.putObject("properties");
    properties.putObject("type").put("const", type);
    properties.setAll(payload.withObject("/properties"));
    ArrayNode required = frame.putArray("required").add("type");
    payload.path("required").forEach(required::add);
    if (writer == Writer.CLIENT) {
      frame.put("additionalProperties", false);
    }
    return frame;
  }

  /** What holds on every socket. */
  private String manners() {
    String codes =
        Arrays.stream(CloseCode.values())
            .map(
                code -> "| %d | %s |".formatted(code.number(), docs.of(code).orElse(code.reason())))
            .collect(joining("\n"));
    return AsyncApi.text("sockets.md") + codes + "\n";
  }
}
