package io.stallcast.gateway.arrival;

import io.stallcast.platform.problem.ProblemType;

/** What is wrong with a request before anybody looks at what it wants. */
enum ArrivalProblem implements ProblemType {
  URI_TOO_LONG(414, "The address is too long"),
  HEADERS_TOO_LARGE(431, "The headers are too large");

  private final int status;
  private final String title;

  ArrivalProblem(int status, String title) {
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
