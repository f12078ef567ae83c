package io.stallcast.platform.testing;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that can be wrong with the frames that an endpoint knows: sound frames with one fault each,
 * made by the records that they are read into and the rules of their components. A record that no
 * sound frame is given of fails the test, as does a component that no faults are known of.
 */
public final class MalformedFrames {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final List<String> OF_NO_TYPE =
      List.of(
          "",
          " ",
          "hello",
          "null",
          "true",
          "7",
          "\"send\"",
          "[]",
          "{}",
          "{\"type\":null}",
          "{\"type\":1}",
          "{\"type\":{}}",
          "{\"type\":\"\"}",
          "{\"type\":\"\\u0000\"}",
          "{\"type\":\"shout\"}",
          "{'type':'shout'}",
          "{\"type\":1e999999}",
          "{\"type\":" + "9".repeat(2000) + "}",
          "[".repeat(8000),
          "{\"type\":".repeat(1500));

  private final List<Fault> faults;

  private MalformedFrames(List<Fault> faults) {
    this.faults = faults;
  }

  /**
   * A frame, and what is wrong with it.
   *
   * @param frame as it is sent
   */
  public record Fault(String what, String frame) {}

  /**
   * The faults of all frames of an endpoint.
   *
   * @param endpoint extends a class whose type argument is the sealed interface of its frames,
   *     records that have a {@link JsonTypeName} each
   * @param ofEverySocket the record of a frame that every endpoint knows
   * @param sound a frame of each type that names all its components; {@code '} stands for {@code "}
   */
  public static MalformedFrames of(
      Class<?> endpoint, Class<? extends Record> ofEverySocket, List<String> sound) {
    Map<String, Class<?>> records = new TreeMap<>();
    Stream.of(framesOf(endpoint), ofEverySocket)
        .flatMap(MalformedFrames::records)
        .forEach(r -> records.put(type(r), r));
    Map<String, ObjectNode> frames = new TreeMap<>();
    sound.stream().map(MalformedFrames::read).forEach(f -> frames.put(type(f), f));
    if (!frames.keySet().equals(records.keySet())) {
      throw new AssertionError(
          "There are sound frames of " + frames.keySet() + ", but records of " + records.keySet());
    }
    return new MalformedFrames(
        Stream.concat(
                OF_NO_TYPE.stream().map(frame -> new Fault("no frame", frame)),
                records.entrySet().stream()
                    .flatMap(r -> faults(r.getValue(), frames.get(r.getKey()))))
            .toList());
  }

  /** All of them. */
  public List<Fault> faults() {
    return faults;
  }

  private static Class<?> framesOf(Class<?> endpoint) {
    var parent = (ParameterizedType) endpoint.getGenericSuperclass();
    return (Class<?>) parent.getActualTypeArguments()[0];
  }

  /** None of what is neither sealed nor a record: such an endpoint has no frames of its own. */
  private static Stream<Class<?>> records(Class<?> root) {
    return root.isSealed()
        ? Arrays.stream(root.getPermittedSubclasses()).flatMap(MalformedFrames::records)
        : Stream.<Class<?>>of(root).filter(Class::isRecord);
  }

  private static Stream<Fault> faults(Class<?> record, ObjectNode sound) {
    return Stream.concat(
        ofTheWhole(sound),
        Arrays.stream(record.getRecordComponents()).flatMap(part -> ofPart(part, sound)));
  }

  private static Stream<Fault> ofTheWhole(ObjectNode sound) {
    String text = write(sound);
    String type = type(sound);
    return Stream.of(
        new Fault(type + " cut short", text.substring(0, text.length() - 1)),
        new Fault(type + " with junk behind it", text + " junk"),
        new Fault(type + " in a list", "[" + text + "]"),
        new Fault(type + " in a text", write(JSON.getNodeFactory().textNode(text))),
        new Fault(type + " without its type", write(sound.deepCopy().without(List.of("type")))),
        new Fault(type + " in capitals", write(sound.deepCopy().put("type", type.toUpperCase()))),
        new Fault(type + " with an unknown field", write(sound.deepCopy().put("loud", true))));
  }

  private static Stream<Fault> ofPart(RecordComponent part, ObjectNode sound) {
    String name = part.getName();
    if (!sound.has(name)) {
      throw new AssertionError("The sound frame " + sound + " has no " + name);
    }
    String place = type(sound) + "." + name + " is ";
    Stream<Fault> wrong =
        wrongValues(part).entrySet().stream()
            .map(value ->
                new Fault(place + value.getKey(), write(with(sound, name, value.getValue()))));
    return isRequired(part)
        ? Stream.concat(
            wrong,
            Stream.of(
                new Fault(place + "absent", write(sound.deepCopy().without(List.of(name)))),
                new Fault(place + "null", write(with(sound, name, null)))))
        : wrong;
  }

  private static Map<String, Object> wrongValues(RecordComponent part) {
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("a list", List.of());
    wrong.put("an object", Map.of());
    ofType(part.getType(), wrong);
    rule(part, Size.class).ifPresent(r -> wrong.put("too long", "x".repeat(r.max() + 1)));
    rule(part, NotBlank.class).ifPresent(r -> wrong.put("blank", " \t\n"));
    rule(part, NotBlank.class).ifPresent(r -> wrong.put("empty", ""));
    rule(part, Min.class).ifPresent(r -> wrong.put("too small", r.value() - 1));
    rule(part, Max.class).ifPresent(r -> wrong.put("too large", r.value() + 1));
    rule(part, Pattern.class).ifPresent(r -> wrong.put("no match", noMatch(r)));
    return wrong;
  }

  private static void ofType(Class<?> type, Map<String, Object> wrong) {
    if (type == String.class) {
      wrong.putAll(Map.of("a number", 7, "a boolean", true));
      wrong.putAll(Map.of("NUL", "\0", "half a character", "\ud800"));
    } else if (type == UUID.class) {
      wrong.putAll(Map.of("a number", 7, "a boolean", true, "another text", "no-id", "empty", ""));
    } else if (type == boolean.class) {
      wrong.putAll(Map.of("a number", 1, "a text", "true"));
    } else if (type == int.class || type == long.class || type == Integer.class) {
      wrong.putAll(Map.of("a text", "7", "a boolean", true, "a fraction", 1.5));
      wrong.put("beyond all bounds", BigInteger.TEN.pow(30));
    } else {
      throw new AssertionError("What is no " + type + "? Say so here.");
    }
  }

  private static String noMatch(Pattern rule) {
    String text = "not that";
    if (text.matches(rule.regexp())) {
      throw new AssertionError(text + " is a " + rule.regexp());
    }
    return text;
  }

  private static boolean isRequired(RecordComponent part) {
    return rule(part, NotNull.class).isPresent()
        || rule(part, NotBlank.class).isPresent()
        || (part.getType().isPrimitive()
            && rule(part, Min.class).filter(r -> r.value() > 0).isPresent());
  }

  private static <A extends Annotation> Optional<A> rule(RecordComponent part, Class<A> kind) {
    return Optional.ofNullable(part.getAccessor().getAnnotation(kind));
  }

  private static ObjectNode with(ObjectNode sound, String name, Object value) {
    return sound.deepCopy().set(name, JSON.valueToTree(value));
  }

  private static String type(Class<?> record) {
    return record.getAnnotation(JsonTypeName.class).value();
  }

  private static String type(JsonNode frame) {
    return frame.path("type").textValue();
  }

  private static ObjectNode read(String frame) {
    try {
      return (ObjectNode) JSON.readTree(frame.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(frame, e);
    }
  }

  private static String write(JsonNode frame) {
    try {
      return JSON.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(frame.toString(), e);
    }
  }
}
