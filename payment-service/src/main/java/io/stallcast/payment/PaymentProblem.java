package io.stallcast.payment;

import io.stallcast.platform.problem.ProblemType;

/** What can be wrong with a request about money. */
public enum PaymentProblem implements ProblemType {
  REFUND_EXCEEDS_PAYMENT(409, "Not as much is left of the payment"),
  NOT_REFUNDABLE(409, "The payment cannot be refunded"),
  REFUND_WINDOW_CLOSED(409, "It is too late for a refund"),
  CURRENCY_MISMATCH(422, "The payment is in another currency"),
  INVALID_SIGNATURE(401, "The webhook is not signed by the provider");

  private final int status;
  private final String title;

  PaymentProblem(int status, String title) {
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
