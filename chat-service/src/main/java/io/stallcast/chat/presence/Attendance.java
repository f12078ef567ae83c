package io.stallcast.chat.presence;

import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.presence.PresenceEvent.Here;
import io.stallcast.platform.socket.Frame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is in one room. Safe for use by several threads. */
final class Attendance {
  /** Sockets of each account on this pod. */
  private final Map<Long, Integer> accounts = new HashMap<>();

  private final Map<UUID, Elsewhere> otherPods = new HashMap<>();
  private long anonymous;
  private long toldCount = -1;

  /** Null where nobody has been here by way of this pod. */
  private LiveRoom room;

  private boolean somebodyWasHere;

  private record Elsewhere(Here here, long heardAt) {}

  synchronized void enter(LiveRoom entered, Optional<UUID> user) {
    room = entered;
    user.ifPresentOrElse(id -> accounts.merge(key(id), 1, Integer::sum), () -> anonymous++);
  }

  synchronized void leave(Optional<UUID> user) {
    user.ifPresentOrElse(
        id -> accounts.computeIfPresent(key(id), (key, n) -> n == 1 ? null : n - 1),
        () -> anonymous--);
  }

  /** Whether nobody is here, as far as is known. */
  synchronized boolean isOver() {
    return isDeserted() && !somebodyWasHere && otherPods.isEmpty();
  }

  private boolean isDeserted() {
    return accounts.isEmpty() && anonymous == 0;
  }

  /** Tells those of this pod. */
  synchronized void tell(Frame frame) {
    if (!isDeserted()) {
      room.audience().send(frame);
    }
  }

  synchronized void hear(Here here, long now) {
    otherPods.put(here.podId(), new Elsewhere(here, now));
  }

  /** What this pod says of itself; empty where it has said already that nobody is here. */
  synchronized Optional<Here> here(UUID podId) {
    var isNews = somebodyWasHere || !isDeserted();
    somebodyWasHere = !isDeserted();
    return isNews ? Optional.of(people(podId)) : Optional.empty();
  }

  private Here people(UUID podId) {
    return accounts.size() <= Here.MOST_PEOPLE
        ? new Here(podId, Set.copyOf(accounts.keySet()), anonymous)
        : new Here(podId, Set.of(), anonymous + accounts.size());
  }

  synchronized long count() {
    var people = new HashSet<>(accounts.keySet());
    var others = anonymous;
    for (var elsewhere : otherPods.values()) {
      people.addAll(elsewhere.here().people());
      others += elsewhere.here().others();
    }
    return people.size() + others;
  }

  /**
   * Counts anew, without those of whom nothing was heard since.
   *
   * @return the count where it is another one than before
   */
  synchronized Optional<Long> recount(long since) {
    otherPods.values().removeIf(elsewhere -> elsewhere.heardAt() - since < 0);
    var count = count();
    if (count == toldCount) {
      return Optional.empty();
    }
    toldCount = count;
    return Optional.of(count);
  }

  private static long key(UUID id) {
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
