package io.stallcast.chat;

import io.smallrye.mutiny.Uni;

/** Judges what somebody is about to say by the room's rules. */
public interface MessagePolicy {
  /**
   * Whether an author may say it.
   *
   * @return fails with the problem of the rule that it breaks
   */
  Uni<Void> judge(LiveRoom room, Author author, String text);
}
