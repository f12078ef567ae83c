package io.stallcast.order;

import io.stallcast.platform.problem.ProblemType;

/** How a request about orders can fail; the code is the constant's name in lower case. */
public enum OrderProblem implements ProblemType {
  /** A product does not exist, or is not sold. */
  UNKNOWN_PRODUCT(422, "There is no such product for sale"),
  UNKNOWN_COUPON(422, "There is no such coupon"),
  /** An order has one currency. */
  MIXED_CURRENCIES(422, "The products are sold in different currencies"),
  /** The buyer expected another price. */
  PRICE_CHANGED(409, "The price has changed"),
  /** Too late to cancel: the money is taken, and can be refunded instead. */
  ORDER_CONFIRMED(409, "The order can no longer be cancelled"),
  ORDER_REFUNDED(409, "The order is refunded"),
  /** Only what was bought can be given back. */
  ORDER_NOT_CONFIRMED(409, "The order is not confirmed"),
  NOTHING_TO_REFUND(409, "Nothing was paid for the order"),
  /** An operator's retry or abort of a saga that is not waiting for one. */
  SAGA_NOT_STUCK(409, "The saga is not stuck");

  private final int status;
  private final String title;

  OrderProblem(int status, String title) {
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
