package io.stallcast.gateway.forwarding;

import io.stallcast.platform.problem.ProblemType;

/** What only the edge has to say. */
enum GatewayProblem implements ProblemType {
  /** The client paused for too long within its request. */
  REQUEST_TIMEOUT(408, "The request came too slowly");

  private final int status;
  private final String title;

  GatewayProblem(int status, String title) {
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
