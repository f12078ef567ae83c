package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** All that can be wrong with a body. */
final class MalformedBodies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RANDOM_ONES = 12;

  /** In place of a whole body: not JSON, not the JSON that was meant, or too much of it. */
  private static final List<String> WHOLES =
      List.of(
          "",
          " ",
          "null",
          "true",
          "42",
          "\"a text\"",
          "[]",
          "{}",
          "[{}]",
          "{",
          "}",
          "{\"a\"",
          "{\"a\":}",
          "{'a':1}",
          "{\"a\":1}{\"b\":2}",
          "{\"a\":1,}",
          "// a remark",
          "NaN",
          "\u0000",
          "\uFEFF{}",
          "<xml/>",
          "a=b&c=d",
          "[".repeat(5000),
          "{\"a\":".repeat(2000),
          "{\"a\":".repeat(900) + "1" + "}".repeat(900),
          "[" + "1,".repeat(20_000) + "1]",
          "{\"__proto__\":{},\"@type\":\"java.lang.Runtime\",\"@class\":\"java.net.URL\"}");

  /** In place of a value, as JSON text. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "[null]",
          "{\"a\":1}",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-9223372036854775809",
          "9223372036854775807",
          "2147483648",
          "9".repeat(900),
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"1\"",
          "\"true\"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"a\\udc00\\ud800b\"",
          "\"\\u0001\\u001b[31m\"",
          "\"\\u202e\\u2066\"",
          "\"a\nb\"",
          "\"\uD83D\uDC7B\uFFFF\"",
          "\"' or 1=1; drop table account; --\"",
          "\"../../../../etc/passwd\"",
          "\"${jndi:ldap://localhost/a}{{7*7}}%s%n\"",
          "\"" + "long ".repeat(10_000) + "\"");

  private final Random random;

  MalformedBodies(Random random) {
    this.random = random;
  }

  Stream<Malformed> of(Malformed sound) {
    return Stream.of(
            WHOLES.stream().map(whole -> sound.body("in whole", whole)),
            encodings(sound),
            fields(sound),
            scrambled(sound))
        .flatMap(all -> all);
  }

  private static Stream<Malformed> encodings(Malformed sound) {
    String text = new String(sound.body(), StandardCharsets.UTF_8);
    byte[] invalid = "{\"a\":\"\u00FF\u00C0\u00AF\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] surrogate = {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    return Stream.of(
        sound.body("in invalid UTF-8", invalid),
        sound.body("with a surrogate in UTF-8", surrogate),
        sound.body("in UTF-16", text.getBytes(StandardCharsets.UTF_16)),
        sound.body("cut off", text.substring(0, text.length() / 2)),
        sound.body("twice", text + text),
        sound.header("Content-Length", "2000000"),
        sound.header("Content-Length", "x"),
        sound.header("Content-Length", "-1"),
        sound.body("large", text + " ".repeat(500_000)));
  }

  /** Each field with each of the values, absent, twice, and one that is unknown beside it. */
  private static Stream<Malformed> fields(Malformed sound) {
    JsonNode body;
    try {
      body = JSON.readTree(sound.body());
    } catch (java.io.IOException notJson) {
      return Stream.empty();
    }
    List<Malformed> all = new ArrayList<>();
    for (String pointer : pointers("", body)) {
      for (String value : VALUES) {
        all.add(sound.body("at " + pointer, replaced(body, pointer, value)));
      }
      all.add(sound.body("without " + pointer, replaced(body, pointer, null)));
      all.add(sound.body("with more than " + pointer, extended(body, pointer)));
    }
    return all.stream();
  }

  /** Bytes changed, dropped and repeated at random. */
  private Stream<Malformed> scrambled(Malformed sound) {
    return Stream.generate(() -> sound.body("scrambled", scramble(sound.body())))
        .limit(sound.body().length == 0 ? 0 : RANDOM_ONES);
  }

  private byte[] scramble(byte[] body) {
    byte[] scrambled = body.clone();
    for (int i = 0; i < 1 + body.length / 20; i++) {
      scrambled[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    return scrambled;
  }

  private static List<String> pointers(String parent, JsonNode node) {
    List<String> all = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        all.add(parent + "/" + i);
        all.addAll(pointers(parent + "/" + i, node.get(i)));
      }
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      all.add(parent + "/" + field.getKey());
      all.addAll(pointers(parent + "/" + field.getKey(), field.getValue()));
    }
    return all;
  }

  /** The text with a placeholder's place taken, as Jackson would not write all of these. */
  private static String replaced(JsonNode body, String pointer, String value) {
    JsonNode copy = body.deepCopy();
    int last = pointer.lastIndexOf('/');
    String name = pointer.substring(last + 1);
    switch (copy.at(pointer.substring(0, last))) {
      case ObjectNode object when value == null -> object.remove(name);
      case ObjectNode object -> object.put(name, "@here@");
      case ArrayNode array when value == null -> array.remove(Integer.parseInt(name));
      case ArrayNode array -> array.set(Integer.parseInt(name), "@here@");
      default -> throw new IllegalArgumentException(pointer);
    }
    return copy.toString().replace("\"@here@\"", value == null ? "" : value);
  }

  private static String extended(JsonNode body, String pointer) {
    JsonNode copy = body.deepCopy();
    if (copy.at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode object) {
      object.put("isAdmin", true);
    }
    return copy.toString();
  }
}
