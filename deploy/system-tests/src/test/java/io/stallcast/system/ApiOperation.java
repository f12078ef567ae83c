package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An operation as its service's OpenAPI document has it.
 *
 * @param service the application that has it
 * @param path with the names of its parameters in braces
 * @param definition its part of the document
 * @param document the whole, to which references lead
 */
record ApiOperation(
    String service, String method, String path, JsonNode definition, JsonNode document) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final List<String> SERVICES =
      List.of(
          "auth-service",
          "catalog-service",
          "order-service",
          "payment-service",
          "streaming-service",
          "chat-service",
          "notification-service");

  /** A parameter: {@code in} is path, query or header. */
  record Parameter(String in, String name, JsonNode schema) {}

  /** Those of every service, as they were built. */
  static List<ApiOperation> all() {
    return SERVICES.stream().flatMap(ApiOperation::of).toList();
  }

  String id() {
    return definition.path("operationId").asText();
  }

  List<Parameter> parameters() {
    return stream(definition.path("parameters"))
        .map(this::resolved)
        .map(found ->
            new Parameter(
                found.path("in").asText(),
                found.path("name").asText(),
                resolved(found.path("schema"))))
        .toList();
  }

  Stream<String> parameters(String in) {
    return parameters().stream().filter(p -> p.in().equals(in)).map(Parameter::name);
  }

  boolean hasBody() {
    return definition.has("requestBody");
  }

  /** The media type of the body. */
  String bodyType() {
    return content().fieldNames().next();
  }

  JsonNode bodySchema() {
    return resolved(content().path(bodyType()).path("schema"));
  }

  boolean documents(int status) {
    return definition.path("responses").has(String.valueOf(status));
  }

  /** Whether it asks for a token. */
  boolean isProtected() {
    return definition.has("security");
  }

  /** A schema, or what it refers to; of several that hold together, the one that names a type. */
  JsonNode resolved(JsonNode schema) {
    if (schema.has("$ref")) {
      return resolved(document.at(schema.path("$ref").asText().substring(1)));
    }
    return schema.has("allOf") ? resolved(schema.path("allOf").path(0)) : schema;
  }

  /** The path with values in place of names; the others stay as they are. */
  String at(Map<String, String> values) {
    String filled = path;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private JsonNode content() {
    return resolved(definition.path("requestBody")).path("content");
  }

  private static Stream<ApiOperation> of(String service) {
    JsonNode document = read(service);
    List<ApiOperation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          String method = entry.getKey().toUpperCase(Locale.ROOT);
          operations.add(
              new ApiOperation(service, method, path.getKey(), entry.getValue(), document));
        }
      }
    }
    return operations.stream();
  }

  private static JsonNode read(String service) {
    Path file = RunningStack.repository().resolve(service + "/target/openapi/openapi.json");
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
