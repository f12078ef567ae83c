package io.stallcast.chat;

import io.stallcast.platform.problem.ProblemException;
import java.util.UUID;

/** What has become of a record: the same on every pod. */
public sealed interface Outcome {
  /**
   * It counts, and the room is told.
   *
   * @param message what it has changed; null where that is none of the messages at hand
   */
  record Told(long position, ChatFrame frame, Message message) implements Outcome {}

  /** It came before, as this message. */
  record Known(UUID id, long position) implements Outcome {}

  /** It does not count. */
  record Dropped(ProblemException reason) implements Outcome {}
}
