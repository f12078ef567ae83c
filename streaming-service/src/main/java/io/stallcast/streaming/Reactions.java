package io.stallcast.streaming;

import java.util.UUID;

/** What viewers feel, all together. Safe for use by several threads; nothing waits. */
public interface Reactions {

  /** A viewer of the stream has sent an emoji. */
  void react(UUID streamId, String emoji);
}
