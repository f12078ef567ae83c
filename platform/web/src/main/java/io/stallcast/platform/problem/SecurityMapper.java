package io.stallcast.platform.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers callers that are not known, or not allowed. */
public class SecurityMapper {
  private final Problems problems;

  SecurityMapper(Problems problems) {
    this.problems = problems;
  }

  /** Called by the framework for a {@link AuthenticationFailedException}. */
  @ServerExceptionMapper
  public RestResponse<String> map(AuthenticationFailedException failure) {
    return problems.answer(problem(failure));
  }

  /** Called by the framework for a {@link UnauthorizedException}. */
  @ServerExceptionMapper
  public RestResponse<String> map(UnauthorizedException failure) {
    return problems.answer(problem(failure));
  }

  /** Called by the framework for a {@link ForbiddenException}. */
  @ServerExceptionMapper
  public RestResponse<String> map(ForbiddenException failure) {
    return problems.answer(problem(failure));
  }

  static ProblemException problem(SecurityException failure) {
    return switch (failure) {
      case AuthenticationFailedException sent -> new InvalidToken();
      case UnauthorizedException absent ->
          new ProblemException(StandardProblem.UNAUTHENTICATED, "Send an access token.");
      default -> new ProblemException(StandardProblem.FORBIDDEN, null);
    };
  }
}
