package io.stallcast.system;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A request with something wrong with it, or nothing.
 *
 * @param operation what it is meant for
 * @param fault what is wrong, for messages
 * @param reaches whether the operation itself judges it: its document then names the answer
 * @param query what follows the path, from its question mark on
 */
record Malformed(
    ApiOperation operation,
    String fault,
    boolean reaches,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body) {
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

  /** A sound request. */
  static Malformed none(
      ApiOperation operation, String path, String query, Map<String, String> headers, String body) {
    return new Malformed(
        operation,
        "nothing",
        true,
        operation.method(),
        path,
        query,
        headers,
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** With another body; under a key of its own, or it would be taken for a repetition. */
  Malformed body(String what, byte[] other) {
    Map<String, String> others = new LinkedHashMap<>(headers);
    others.computeIfPresent(
        "Idempotency-Key", (name, old) -> UUID.nameUUIDFromBytes(other).toString());
    return new Malformed(operation, "body " + what, reaches, method, path, query, others, other);
  }

  Malformed body(String what, String other) {
    return body(what, other.getBytes(StandardCharsets.UTF_8));
  }

  /** With another header; without it where the value is null. */
  Malformed header(String name, String value) {
    Map<String, String> others = new LinkedHashMap<>(headers);
    others.put(name, value);
    String what = name + ": " + value;
    return new Malformed(operation, what, reaches, method, path, query, others, body);
  }

  /** With another query, behind what the sound one has. */
  Malformed query(String other) {
    String all = query.isEmpty() ? other : query + "&" + other.substring(1);
    return new Malformed(operation, other, reaches, method, path, all, headers, body);
  }

  Malformed path(String other) {
    return new Malformed(operation, "path", false, method, other, query, headers, body);
  }

  Malformed method(String other) {
    return new Malformed(operation, "method", false, other, path, query, headers, body);
  }

  /**
   * Whether it is a request of HTTP. What is not gets a status alone: the server itself refuses it
   * before there is a request that anybody could judge.
   */
  boolean isHttp() {
    return isUri(path + query)
        && headers.values().stream().allMatch(value -> value == null || isFieldValue(value))
        && headers.getOrDefault("Content-Length", "0").matches("\\d+");
  }

  /** As it goes over the wire. */
  byte[] bytes() {
    var head = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\n");
    head.append("Host: localhost\r\nConnection: close\r\n");
    headers.forEach((name, value) -> {
      if (value != null) {
        head.append(name).append(": ").append(value).append("\r\n");
      }
    });
    if ((body.length > 0 || operation.hasBody()) && !headers.containsKey("Content-Length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.UTF_8);
    return "%s %s%s (%s) %s"
        .formatted(method, brief(path), brief(query), brief(fault), brief(text));
  }

  private static boolean isUri(String text) {
    try {
      new URI(text);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isFieldValue(String value) {
    return !CONTROLS.matcher(value).find();
  }

  private static String brief(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "…" : text;
  }
}
