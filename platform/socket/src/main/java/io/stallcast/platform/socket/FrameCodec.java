package io.stallcast.platform.socket;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.stallcast.platform.problem.JsonMapper;
import io.stallcast.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** Frames and their JSON. Strict in what it reads. Safe for use by several threads. */
@Singleton
public class FrameCodec {
  private final ObjectMapper json;
  private final Validator rules;

  FrameCodec(ObjectMapper json, Validator rules) {
    this.json = json.copy();
    this.json
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    // an empty text is no id, nor does it stand for the absence of one
    this.json
        .coercionConfigFor(LogicalType.OtherScalar)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    this.rules = rules;
  }

  /** The frame on the wire. */
  public Frame encode(ServerFrame frame) {
    try {
      return Frame.text(json.writeValueAsBytes(frame));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + frame.getClass().getName(), e);
    }
  }

  /** The frame as JSON. */
  public String write(ServerFrame frame) {
    try {
      return json.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + frame.getClass().getName(), e);
    }
  }

  /** What {@link #write} has written, on the wire. */
  public Frame frame(String written) {
    return Frame.text(written.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Makes the records of a sealed interface known; to be called once for each, before it is read.
   */
  void know(Class<? extends ClientFrame> root) {
    records(root).forEach(json::registerSubtypes);
  }

  /**
   * An object with a type.
   *
   * @throws ProblemException where it is none
   */
  JsonNode parse(String text) {
    try {
      JsonNode frame = json.readTree(text);
      if (frame == null || !frame.path("type").isTextual()) {
        throw new ProblemException(
            SocketProblem.MALFORMED_FRAME, "A frame is a JSON object with a type.");
      }
      return frame;
    } catch (JsonProcessingException e) {
      throw new ProblemException(SocketProblem.MALFORMED_FRAME, "The frame is not valid JSON.");
    }
  }

  /**
   * The record that the object stands for, all rules kept.
   *
   * @throws ProblemException where it stands for none, or breaks a rule
   */
  <F> F read(JsonNode frame, Class<F> root) {
    try {
      F read = json.treeToValue(frame, root);
      check(read);
      return read;
    } catch (InvalidTypeIdException e) {
      throw new ProblemException(
          SocketProblem.UNKNOWN_TYPE, "There are no frames of type " + frame.path("type") + ".");
    } catch (JsonProcessingException e) {
      throw JsonMapper.problem(e);
    }
  }

  private <F> void check(F frame) {
    Set<ConstraintViolation<F>> broken = rules.validate(frame);
    broken.stream()
        .findFirst()
        .ifPresent(rule -> {
          throw ProblemException.invalid(rule.getPropertyPath().toString(), rule.getMessage());
        });
  }

  private static Stream<Class<?>> records(Class<?> type) {
    if (type == ClientFrame.None.class) {
      return Stream.empty();
    }
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FrameCodec::records)
        : Stream.of(named(type));
  }

  private static Class<?> named(Class<?> record) {
    if (!record.isAnnotationPresent(JsonTypeName.class)) {
      throw new IllegalArgumentException(record.getName() + " has no @JsonTypeName");
    }
    return record;
  }
}
