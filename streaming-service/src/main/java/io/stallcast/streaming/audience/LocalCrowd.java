package io.stallcast.streaming.audience;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The viewers of a stream that have sockets on this pod. Not safe for several threads. */
final class LocalCrowd {
  private final UUID pod;
  private final UUID streamId;
  private final int exactUpTo;
  private final Map<Long, Integer> sockets = new HashMap<>();
  private final Set<Long> joined = new HashSet<>();
  private final Set<Long> left = new HashSet<>();
  private boolean toldSketched;

  LocalCrowd(UUID pod, UUID streamId, int exactUpTo) {
    this.pod = pod;
    this.streamId = streamId;
    this.exactUpTo = exactUpTo;
  }

  /** One more socket; whether it is the viewer's first. */
  boolean enter(long key) {
    var first = sockets.merge(key, 1, Integer::sum) == 1;
    if (first && !left.remove(key)) {
      joined.add(key);
    }
    return first;
  }

  /** One socket less; whether it was the viewer's last. */
  boolean leave(long key) {
    var last = sockets.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1) == null;
    if (last && !joined.remove(key)) {
      left.add(key);
    }
    return last;
  }

  boolean isEmpty() {
    return sockets.isEmpty();
  }

  Set<Long> keys() {
    return sockets.keySet();
  }

  Crowd toCrowd() {
    return new Crowd.Known(sockets.keySet());
  }

  /** What is new since this was last asked. */
  Optional<AudienceEvent> takeChange(long round) {
    if (joined.isEmpty() && left.isEmpty()) {
      return Optional.empty();
    }
    var whole = isSketched() || toldSketched;
    var change =
        whole
            ? present(round)
            : new AudienceEvent.Changed(pod, streamId, array(joined), array(left));
    joined.clear();
    left.clear();
    return Optional.of(change);
  }

  /** All of them. */
  AudienceEvent present(long round) {
    toldSketched = isSketched();
    return toldSketched
        ? new AudienceEvent.Present(
            pod, round, streamId, null, Crowd.sketch(List.of(toCrowd())).getState())
        : new AudienceEvent.Present(pod, round, streamId, array(sockets.keySet()), null);
  }

  private boolean isSketched() {
    return sockets.size() > exactUpTo;
  }

  private static long[] array(Set<Long> keys) {
    return keys.stream().mapToLong(Long::longValue).toArray();
  }
}
