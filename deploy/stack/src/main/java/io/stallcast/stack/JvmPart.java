package io.stallcast.stack;

import java.util.Map;

/** A part that is a JVM, and takes an environment of its own. */
public interface JvmPart extends Part {
  /**
   * Gives the processes that {@link #start} makes from now on these variables besides the usual
   * ones, in place of those that were given before.
   */
  void setEnvironment(Map<String, String> variables);
}
