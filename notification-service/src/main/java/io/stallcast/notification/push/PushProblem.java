package io.stallcast.notification.push;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.ProblemType;

/** What may be wrong with a subscription. */
enum PushProblem implements ProblemType {
  PUSH_OFF(404, "There is no web push here"),
  UNKNOWN_PUSH_SERVICE(422, "The endpoint is of no push service that is called from here");

  private final int status;
  private final String title;

  PushProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** A failure of this type; {@code detail} is for the client's eyes. */
  ProblemException because(String detail) {
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
