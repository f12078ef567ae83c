package io.stallcast.platform.deadletter;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Takes a dead letter through the handler of its consumer. */
public interface Replayer {
  /** What came of a step. */
  enum Step {
    /** A letter was applied; there may be more behind it. */
    APPLIED,
    /** There is nothing to replay, for now or for this pod. */
    OVER
  }

  /**
   * Replays the first letter of a key, if it is marked for that.
   *
   * @return fails only where the database cannot be reached; the mark stays then
   */
  Uni<Step> next(DeadLetterKey key);

  /** The names of the consumers whose letters it can replay. */
  Set<String> consumers();
}
