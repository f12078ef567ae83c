package io.stallcast.platform.problem;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A failure of which only the HTTP status is known. */
record StatusProblem(int status, String title) implements ProblemType {

  /** The standard problem of that status, or one that is named by the status itself. */
  static ProblemType of(int status) {
    return switch (status) {
      case 400 -> StandardProblem.MALFORMED_REQUEST;
      default -> standard(status).orElseGet(() -> named(status));
    };
  }

  @Override
  public String name() {
    return title.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
  }

  private static Optional<ProblemType> standard(int status) {
    return Arrays.stream(StandardProblem.values())
        .filter(problem -> problem.status() == status)
        .<ProblemType>map(problem -> problem)
        .findFirst();
  }

  private static ProblemType named(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return new StatusProblem(status, known == null ? "Status " + status : known.getReasonPhrase());
  }
}
