package io.stallcast.stack;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what is no news from the terminal and the logs. */
final class Quiet {
  /** Held, as the log manager forgets the level of a logger that nobody holds. */
  private static final Logger ROOT = Logger.getLogger("");

  private Quiet() {}

  static void logs() {
    ROOT.setLevel(Level.WARNING);
  }
}
