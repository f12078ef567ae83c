package io.stallcast.platform.socket;

import io.stallcast.platform.problem.ProblemType;

/** What may be wrong with a frame, whatever the endpoint. */
enum SocketProblem implements ProblemType {
  MALFORMED_FRAME(400, "The frame cannot be read"),
  UNKNOWN_TYPE(400, "The frame is of an unknown type");

  private final int status;
  private final String title;

  SocketProblem(int status, String title) {
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
