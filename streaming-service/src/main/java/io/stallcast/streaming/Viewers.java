package io.stallcast.streaming;

import java.util.UUID;

/** How many watch which stream, over all pods. Safe for use by several threads; nothing waits. */
public interface Viewers {

  /** How many watch now: somebody with three tabs is one. */
  long of(UUID streamId);

  /**
   * A socket of this pod has begun to watch.
   *
   * @param viewerId null for an anonymous viewer, each of whose sockets counts
   * @return by what to count it out when it ends
   */
  long enter(UUID streamId, UUID viewerId);

  /** A socket has ended that was counted in under this key. */
  void leave(UUID streamId, long key);

  /** The stream is live from now on, or no longer: statistics are kept of live ones only. */
  void onAir(UUID streamId, boolean live);
}
