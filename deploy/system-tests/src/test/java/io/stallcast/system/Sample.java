package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for an operation, sound as far as its document says.
 *
 * @param query with its question mark; empty where the operation needs none
 */
record Sample(String path, String query, String body, Map<String, String> headerFields) {
  /** A browser's, with the keys of RFC 8291's example; {@code %s} makes it one of its own. */
  static final String PUSH_SUBSCRIPTION =
      """
      {"endpoint": "https://updates.push.services.mozilla.com/wpush/v2/%s", "keys": {
       "p256dh":
       "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
       "auth": "BTBZMqHH6r4Tts7J_aSIgg"}}
      """;

  /** Where a schema's properties exclude one another, or are more than a text. */
  private static final Map<String, String> BODIES =
      Map.of(
          "sendMessage", "{\"clientId\":\"1\",\"text\":\"Hello\"}",
          "restockProduct", "{\"quantity\":1}",
          "replaceNotificationSettings",
              "{\"timeZone\":\"Europe/Berlin\",\"quietHours\":null,\"digestAt\":\"08:00\"}",
          "subscribeToPush", PUSH_SUBSCRIPTION.formatted("x"),
          "scheduleStream", "{\"title\":\"A title\",\"description\":\"A text\"}",
          "changeStream", "{\"title\":\"Another title\"}",
          "changeProduct", "{\"title\":\"Another title\"}",
          "createProduct",
              "{\"title\":\"A title\",\"description\":\"A text\",\"kind\":\"course\",\"price\":"
                  + "{\"amount\":100,\"currency\":\"EUR\"},\"tags\":[\"a\"],\"stock\":"
                  + "{\"policy\":\"counted\",\"quantity\":3}}");

  /**
   * A request.
   *
   * @param id of the thing that the path names
   */
  static Sample of(ApiOperation operation, String id) {
    Map<String, String> values = new LinkedHashMap<>();
    operation.parameters("path").forEach(name -> values.put(name, id));
    return new Sample(
        operation.at(values), query(operation), body(operation, Map.of()), headers(operation));
  }

  /** The same with these values in the body, by the name of the property. */
  static String body(ApiOperation operation, Map<String, String> known) {
    if (!operation.hasBody()) {
      return "";
    }
    JsonNode example = Example.body(operation, known);
    if (operation.bodyType().endsWith("form-urlencoded")) {
      return example.properties().stream()
          .map(field -> field.getKey() + "=" + field.getValue().asText().replace(' ', '+'))
          .reduce((a, b) -> a + "&" + b)
          .orElse("");
    }
    return BODIES.getOrDefault(operation.id(), example.toString());
  }

  String[] headers() {
    return headerFields.entrySet().stream()
        .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }

  /** What several services have is asked for by the name of one. */
  private static String query(ApiOperation operation) {
    return operation.parameters("query").anyMatch("service"::equals)
        ? "?service=" + operation.service()
        : "";
  }

  private static Map<String, String> headers(ApiOperation operation) {
    Map<String, String> headers = new LinkedHashMap<>();
    operation
        .parameters("header")
        .filter(name -> !name.equals("Authorization"))
        .forEach(name -> headers.put(name, "\"999\""));
    if (operation.hasBody()) {
      headers.put("Content-Type", operation.bodyType());
    }
    return headers;
  }
}
