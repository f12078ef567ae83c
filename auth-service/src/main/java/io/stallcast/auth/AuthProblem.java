package io.stallcast.auth;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.ProblemType;

/** The failures that are this service's own. */
public enum AuthProblem implements ProblemType {
  EMAIL_TAKEN(409, "There is an account with this e-mail address"),
  /** The same for an unknown account as for a wrong password. */
  BAD_CREDENTIALS(401, "E-mail address or password is wrong"),
  /** Unknown, expired, ended by log-out, or used before. */
  REFRESH_TOKEN_REFUSED(401, "The refresh token is not valid any more"),
  ROLE_NOT_SELF_SERVICE(403, "This role is granted by an administrator"),
  FOLLOWING_ONESELF(422, "Nobody can follow themselves"),
  INVALID_CLIENT(401, "The client or its secret is wrong"),
  UNSUPPORTED_GRANT_TYPE(400, "Only client_credentials is supported here");

  private final int status;
  private final String title;

  AuthProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  /** The failure of a request, with the title as its detail. */
  public ProblemException exception() {
    return new ProblemException(this, null);
  }
}
