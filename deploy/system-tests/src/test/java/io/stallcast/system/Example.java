package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A value that a schema allows, with nearly every property that it names. */
final class Example {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What a schema's pattern asks for, where its type alone does not say it. */
  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("currency", "EUR"),
          Map.entry("slug", "a-slug"),
          Map.entry("locale", "de-AT"),
          Map.entry("email", "somebody@example.org"),
          Map.entry("password", "amber-kettle-on-a-hill"),
          Map.entry("role", "buyer"),
          Map.entry("sort", "newest"),
          Map.entry("token", "tok_visa"),
          Map.entry("paymentToken", "tok_visa"),
          Map.entry("at", "2026-01-31T12:00:00Z"),
          Map.entry("until", "2026-01-31T12:00:00Z"));

  /** What refuses a request that is sound otherwise. */
  private static final Set<String> LEFT_OUT = Set.of("coupon");

  private final ApiOperation operation;
  private final Map<String, String> known;

  private Example(ApiOperation operation, Map<String, String> known) {
    this.operation = operation;
    this.known = known;
  }

  /**
   * A body.
   *
   * @param known values by the name of the property that they are for
   */
  static JsonNode body(ApiOperation operation, Map<String, String> known) {
    return new Example(operation, known).of("", operation.bodySchema());
  }

  private JsonNode of(String name, JsonNode reference) {
    JsonNode schema = operation.resolved(reference);
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> NODES.arrayNode().add(of("", schema.path("items")));
      case "integer", "number" -> NODES.numberNode(Math.max(1, schema.path("minimum").asLong()));
      case "boolean" -> NODES.booleanNode(true);
      default -> NODES.textNode(text(name, schema));
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!LEFT_OUT.contains(property.getKey())) {
        object.set(property.getKey(), of(property.getKey(), property.getValue()));
      }
    }
    JsonNode any = schema.path("additionalProperties");
    if (any.isObject()) {
      object.set("order_confirmed", of("", any));
    }
    return object;
  }

  private String text(String name, JsonNode schema) {
    if (known.containsKey(name)) {
      return known.get(name);
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0).asText();
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date-time" -> "2026-01-31T12:00:00Z";
      default -> BY_NAME.getOrDefault(name, "a text");
    };
  }
}
