package io.stallcast.stack;

import java.time.Duration;

/** Who is told what a stack does. Called by several threads. */
public interface Progress {
  /** Says nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void ready(String part, Duration took, String address) {}

        @Override
        public void ended(String part) {}
      };

  /** A part serves at {@code address}. */
  void ready(String part, Duration took, String address);

  /** A part's process is gone, though nobody stopped it. */
  void ended(String part);
}
