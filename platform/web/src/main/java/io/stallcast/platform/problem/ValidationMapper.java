package io.stallcast.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers broken constraints; those of an answer of ours are our fault, not the client's. */
public class ValidationMapper {
  private final Problems problems;
  private final UnforeseenMapper unforeseen;

  ValidationMapper(Problems problems, UnforeseenMapper unforeseen) {
    this.problems = problems;
    this.unforeseen = unforeseen;
  }

  /** Called by the framework for a {@link ConstraintViolationException}. */
  @ServerExceptionMapper
  public RestResponse<String> map(ConstraintViolationException failure) {
    if (failure.getConstraintViolations().stream().anyMatch(ValidationMapper::ofReturnValue)) {
      return unforeseen.map(failure);
    }
    return problems.answer(problem(failure));
  }

  private static ProblemException problem(ConstraintViolationException failure) {
    List<Problem.Violation> violations =
        failure.getConstraintViolations().stream()
            .map(broken -> new Problem.Violation(field(broken), broken.getMessage()))
            .sorted(
                Comparator.comparing(Problem.Violation::field)
                    .thenComparing(Problem.Violation::message))
            .toList();
    return new ProblemException(
            StandardProblem.VALIDATION_FAILED, violations.size() + " rule(s) broken.")
        .withViolations(violations);
  }

  private static boolean ofReturnValue(ConstraintViolation<?> violation) {
    return nodes(violation).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
  }

  /** The path as the client wrote it: without the method, and without a parameter that holds it. */
  private static String field(ConstraintViolation<?> violation) {
    List<Path.Node> nodes = new ArrayList<>(nodes(violation));
    nodes.removeIf(node -> node.getKind() == ElementKind.METHOD);
    if (nodes.size() > 1 && nodes.getFirst().getKind() == ElementKind.PARAMETER) {
      nodes.removeFirst();
    }
    StringBuilder field = new StringBuilder();
    nodes.forEach(node -> append(field, node.toString()));
    return field.toString();
  }

  private static void append(StringBuilder field, String node) {
    boolean separate = !field.isEmpty() && !node.isEmpty() && !node.startsWith("[");
    field.append(separate ? "." : "").append(node);
  }

  private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
    return StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
  }
}
