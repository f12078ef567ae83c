package io.stallcast.platform.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the inbox. */
@ConfigMapping(prefix = "stallcast.inbox")
public interface InboxConfig {
  /** Units of work of a poll that are under way at the same time, each with a connection. */
  @WithDefault("8")
  int concurrency();

  /** About how many events of a poll share a unit of work; a key's are in one. */
  @WithDefault("16")
  int unitSize();

  /** First pause before a failed record is tried again; doubled from try to try. */
  @WithDefault("50ms")
  Duration firstPause();

  /** Longest pause between two tries. */
  @WithDefault("5s")
  Duration longestPause();

  /** How often a failure that is no dependency's is tried before it counts as the record's own. */
  @WithDefault("4")
  int tries();

  /** How long ids are remembered; longer than the topics keep commands. */
  @WithDefault("15d")
  Duration keep();

  /** How long what is under way may take when the pod is told to stop. */
  @WithDefault("5s")
  Duration farewell();
}
