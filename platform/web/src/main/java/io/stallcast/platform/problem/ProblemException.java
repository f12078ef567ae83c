package io.stallcast.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ends a request with a problem. It is an outcome, not a fault: it carries no stack trace and is
 * not logged as an error (unless its status is 500 or more).
 *
 * <p>Instances are immutable; the {@code with...} methods return a new one.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient List<Problem.Violation> violations;
  private final Duration retryAfter;

  /**
   * A failure of {@code type}.
   *
   * @param type not null
   * @param detail what happened this time and what to do about it, for the client's eyes; null
   *     where the title says it all
   */
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of(), null);
  }

  private ProblemException(
      ProblemType type, String detail, List<Problem.Violation> violations, Duration retryAfter) {
    super(detail == null ? type.title() : detail, null, false, false);
    this.type = type;
    this.violations = List.copyOf(violations);
    this.retryAfter = retryAfter;
  }

  /**
   * A 404.
   *
   * @param what the thing that is missing, such as {@code "order"}; not null
   */
  public static ProblemException notFound(String what) {
    return new ProblemException(StandardProblem.NOT_FOUND, "There is no such " + what + ".");
  }

  /** A 400 {@code validation_failed} that blames one field. */
  public static ProblemException invalid(String field, String message) {
    return new ProblemException(StandardProblem.VALIDATION_FAILED, field + " " + message + ".")
        .withViolations(List.of(new Problem.Violation(field, message)));
  }

  /**
   * The same, with a {@code Retry-After} header in whole seconds, rounded up and at least 1.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110, 10.2.3</a>
   */
  public ProblemException withRetryAfter(Duration wait) {
    return new ProblemException(type, getMessage(), violations, wait);
  }

  /** The same, with the fields that are to blame. */
  public ProblemException withViolations(List<Problem.Violation> fields) {
    return new ProblemException(type, getMessage(), fields, retryAfter);
  }

  /**
   * The challenge of a 401; it blames the token where one was sent.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, 3</a>
   */
  String challenge() {
    return "Bearer";
  }

  /** What kind of failure this is; never null. */
  public ProblemType type() {
    return type;
  }

  /** The fields to blame; empty where none is. */
  public List<Problem.Violation> violations() {
    return violations;
  }

  /** How long to wait before another try, if that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
