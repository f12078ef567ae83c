package io.stallcast.platform.problem;

import java.util.Locale;

/**
 * A kind of failure that clients can tell from others. A service implements it by an enum, so that
 * its failures are listed in one place.
 */
public interface ProblemType {

  /** The constant's name, such as {@code PRICE_CHANGED}; an enum has it by itself. */
  String name();

  /** The name in lower case, such as {@code price_changed}: what clients compare with. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status of the answer, 400 to 599. */
  int status();

  /** A short sentence for people that is the same in every occurrence; never null. */
  String title();
}
