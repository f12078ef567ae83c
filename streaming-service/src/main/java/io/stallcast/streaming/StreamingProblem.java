package io.stallcast.streaming;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.ProblemType;

/** The failures that only streams have; the code is the constant's name in lower case. */
public enum StreamingProblem implements ProblemType {
  ILLEGAL_TRANSITION(409, "The stream's status does not allow it"),
  /** The stream is not free, and nothing entitles the caller to watch it. */
  NO_ACCESS(403, "You have no access to this stream");

  private final int status;
  private final String title;

  StreamingProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** A failure of this type; {@code detail} is for the client's eyes. */
  public ProblemException because(String detail) {
    return new ProblemException(this, detail);
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
