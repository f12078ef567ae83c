package io.stallcast.catalog.reservation;

import io.stallcast.catalog.CatalogProblem;
import io.stallcast.platform.problem.ProblemException;

/**
 * Why units are not held.
 *
 * @param detail a sentence for the buyer
 */
record Refusal(CatalogProblem problem, String detail) {

  static Refusal unavailable(String detail) {
    return new Refusal(CatalogProblem.PRODUCT_UNAVAILABLE, detail);
  }

  static Refusal priceChanged(String title) {
    return new Refusal(CatalogProblem.PRICE_CHANGED, "The price of “" + title + "” has changed.");
  }

  static Refusal outOfStock(String title) {
    return new Refusal(
        CatalogProblem.OUT_OF_STOCK, "There are not enough of “" + title + "” left.");
  }

  ProblemException asProblem() {
    return problem.because(detail);
  }
}
