package io.stallcast.platform.problem;

/**
 * A kind of failure that clients can tell from others. A service implements it by an enum, so that
 * its failures are listed in one place.
 */
public interface ProblemType {

  /** Stable name in lower case, such as {@code price_changed}; never null. */
  String code();

  /** The HTTP status of the answer, 400 to 599. */
  int status();

  /** A short sentence for people that is the same in every occurrence; never null. */
  String title();
}
