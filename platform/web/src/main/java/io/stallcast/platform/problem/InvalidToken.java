package io.stallcast.platform.problem;

/** A 401 for a token that was sent and is not valid. */
final class InvalidToken extends ProblemException {
  private static final long serialVersionUID = 1L;

  InvalidToken() {
    super(StandardProblem.UNAUTHENTICATED, "The access token is expired or not valid.");
  }

  @Override
  String challenge() {
    return "Bearer error=\"invalid_token\"";
  }
}
