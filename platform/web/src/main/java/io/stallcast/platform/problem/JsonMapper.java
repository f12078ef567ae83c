package io.stallcast.platform.problem;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers bodies that are not the JSON that was asked for. */
public class JsonMapper {
  private final Problems problems;
  private final UnforeseenMapper unforeseen;

  JsonMapper(Problems problems, UnforeseenMapper unforeseen) {
    this.problems = problems;
    this.unforeseen = unforeseen;
  }

  /** Called by the framework for a {@link JsonProcessingException}. */
  @ServerExceptionMapper
  public RestResponse<String> map(JsonProcessingException failure) {
    boolean ours =
        failure instanceof InvalidDefinitionException || failure instanceof JsonGenerationException;
    return ours ? unforeseen.map(failure) : problems.answer(problem(failure));
  }

  /** Called by the framework for a {@link MismatchedInputException}. */
  // the framework has a mapper for this very class, which would come first
  @ServerExceptionMapper
  public RestResponse<String> map(MismatchedInputException failure) {
    return map((JsonProcessingException) failure);
  }

  /** What is wrong with JSON that came from a client; blames the field where there is one. */
  public static ProblemException problem(JsonProcessingException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          blame(StandardProblem.UNKNOWN_FIELD, unknown, "is not known here");
      case InvalidFormatException wrong ->
          blame(StandardProblem.MALFORMED_REQUEST, wrong, expectation(wrong.getTargetType()));
      case MismatchedInputException wrong ->
          blame(StandardProblem.MALFORMED_REQUEST, wrong, expectation(wrong.getTargetType()));
      case JsonMappingException rule when rule.getCause() instanceof ProblemException own -> own;
      case JsonMappingException rule ->
          blame(StandardProblem.MALFORMED_REQUEST, rule, "is not valid");
      default -> malformed("The body is not valid JSON.");
    };
  }

  private static ProblemException blame(
      ProblemType type, JsonMappingException failure, String message) {
    String field = field(failure.getPath());
    if (field.isEmpty()) {
      return malformed("The body is missing, or not of the shape that is asked for.");
    }
    return new ProblemException(type, field + " " + message + ".")
        .withViolations(List.of(new Problem.Violation(field, message)));
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(StandardProblem.MALFORMED_REQUEST, detail);
  }

  private static String field(List<JsonMappingException.Reference> path) {
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.toString();
  }

  private static String expectation(Class<?> wanted) {
    if (wanted == null) {
      return "is not of the right type";
    }
    return wanted.isEnum() ? "must be one of " + names(wanted) : "must be " + kind(wanted);
  }

  private static String names(Class<?> wanted) {
    return String.join(
        ", ", Arrays.stream(wanted.getEnumConstants()).map(Object::toString).toList());
  }

  private static String kind(Class<?> wanted) {
    return switch (wanted.getSimpleName()) {
      case "int", "long", "Integer", "Long", "short", "BigInteger" -> "a whole number";
      case "double", "Double", "BigDecimal" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "a text";
      case "UUID" -> "a UUID";
      case "Instant" -> "an instant in ISO 8601, such as 2026-01-31T12:00:00Z";
      case "List", "Set", "ArrayList", "HashSet" -> "a list";
      default -> "of another shape";
    };
  }
}
