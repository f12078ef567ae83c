package io.stallcast.platform.problem;

/** The failures that every service shares; the code is the constant's name in lower case. */
public enum StandardProblem implements ProblemType {
  /** Readable, but a field breaks a rule; the violations say which. */
  VALIDATION_FAILED(400, "The request breaks a rule"),
  /** The body, a parameter or the URI cannot be read as what it should be. */
  MALFORMED_REQUEST(400, "The request cannot be read"),
  /** The body has a field that this operation does not know. */
  UNKNOWN_FIELD(400, "The request has an unknown field"),
  /** No token, or one that is expired or not from our issuer. */
  UNAUTHENTICATED(401, "A valid access token is needed"),
  FORBIDDEN(403, "This is not allowed to you"),
  /** It does not exist, or not for this caller. */
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "The answer cannot be given in an accepted form"),
  CONFLICT(409, "The request conflicts with the present state"),
  /** {@code If-Match} names another version than the present one. */
  PRECONDITION_FAILED(412, "It was changed in the meantime"),
  PAYLOAD_TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"),
  UNPROCESSABLE(422, "The request cannot be fulfilled"),
  /** {@code If-Match} is needed and absent. */
  PRECONDITION_REQUIRED(428, "The request must be conditional"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  /** Not foreseen; the log tells more under the trace id. */
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  /** A part that is needed is away; worth another try. */
  UNAVAILABLE(503, "The service is not available for now"),
  /** A part that is needed gave no answer in time. */
  TIMEOUT(504, "The answer took too long");

  private final int status;
  private final String title;

  StandardProblem(int status, String title) {
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
}
