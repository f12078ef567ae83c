package io.stallcast.platform.idempotency;

import io.stallcast.platform.problem.ProblemType;

/** What can be wrong with a request's idempotency key. */
public enum IdempotencyProblem implements ProblemType {
  IDEMPOTENCY_KEY_REQUIRED(400, "Idempotency key required"),
  IDEMPOTENCY_KEY_INVALID(400, "Idempotency key invalid"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
  IDEMPOTENCY_IN_PROGRESS(409, "Request still in progress");

  private final int status;
  private final String title;

  IdempotencyProblem(int status, String title) {
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
