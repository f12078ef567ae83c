package io.stallcast.platform.socket;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many sockets of whom are open on this pod. Safe for use by several threads. */
@Singleton
class SocketCounts {
  private final ConcurrentMap<String, Integer> ofAddress = new ConcurrentHashMap<>();
  private final ConcurrentMap<UUID, Integer> ofUser = new ConcurrentHashMap<>();
  private final SocketConfig config;

  SocketCounts(SocketConfig config) {
    this.config = config;
  }

  /** Whether one more would be too many. */
  boolean isFull(String address, SocketUser user) {
    return ofAddress.getOrDefault(address, 0) >= config.perAddress()
        || (user != null && ofUser.getOrDefault(user.id(), 0) >= config.perUser());
  }

  /**
   * Counts one more.
   *
   * @return whether it is within the limits
   */
  boolean enter(String address, SocketUser user) {
    boolean fits = ofAddress.merge(address, 1, Integer::sum) <= config.perAddress();
    return (user == null || ofUser.merge(user.id(), 1, Integer::sum) <= config.perUser()) && fits;
  }

  void leave(String address, SocketUser user) {
    ofAddress.computeIfPresent(address, SocketCounts::oneLess);
    if (user != null) {
      ofUser.computeIfPresent(user.id(), SocketCounts::oneLess);
    }
  }

  private static <K> Integer oneLess(K key, Integer count) {
    return count == 1 ? null : count - 1;
  }
}
