package io.stallcast.notification.live;

import io.stallcast.notification.live.ListEvent.Change;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What has changed and was not read yet: the new ones of each person. Safe for several threads. */
final class PendingChanges {
  /** As many people in one read as are quickly counted. */
  private static final int MOST = 500;

  private final Map<UUID, Set<UUID>> changes = new LinkedHashMap<>();

  synchronized void add(Change change) {
    var added = changes.computeIfAbsent(change.recipientId(), id -> new HashSet<>());
    if (change.notificationId() != null) {
      added.add(change.notificationId());
    }
  }

  synchronized boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Takes those who wait longest. */
  synchronized Map<UUID, Set<UUID>> take() {
    var taken = new HashMap<UUID, Set<UUID>>();
    var all = changes.entrySet().iterator();
    while (all.hasNext() && taken.size() < MOST) {
      var next = all.next();
      taken.put(next.getKey(), next.getValue());
      all.remove();
    }
    return taken;
  }

  /** What could not be read. */
  synchronized void putBack(Map<UUID, Set<UUID>> taken) {
    taken.forEach((id, added) -> changes.computeIfAbsent(id, i -> new HashSet<>()).addAll(added));
  }
}
