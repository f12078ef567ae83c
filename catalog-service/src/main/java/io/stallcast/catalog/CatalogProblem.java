package io.stallcast.catalog;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.ProblemType;

/** The failures that only the catalogue has; the code is the constant's name in lower case. */
public enum CatalogProblem implements ProblemType {
  ILLEGAL_TRANSITION(409, "The product's status does not allow it"),
  UNKNOWN_CATEGORY(422, "There is no such category"),
  CATEGORY_EXISTS(409, "There is such a category already"),
  OUT_OF_STOCK(409, "There are not enough units left"),
  PRICE_CHANGED(409, "The price has changed"),
  PRODUCT_UNAVAILABLE(409, "The product is not for sale"),
  STOCK_UNLIMITED(409, "A stock without limit is not restocked"),
  LICENCE_KEY_EXISTS(409, "The product has this licence key already"),
  RESERVED_BY_SAGA(409, "A saga's reservation is released by its saga alone");

  private final int status;
  private final String title;

  CatalogProblem(int status, String title) {
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
