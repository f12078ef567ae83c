package io.stallcast.platform.outbox;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the unit of work of the current Vert.x context has to write: the rows that it has appended,
 * in their order, and the timers that it has taken back; and the lanes of the rows that it has
 * written.
 */
final class Pending {
  private static final String KEY = Pending.class.getName();

  private final List<PendingRow> rows = new ArrayList<>();
  private final Set<String> cancelled = new HashSet<>();
  private final BitSet lanes = new BitSet(Lanes.COUNT);

  static void open() {
    ContextLocals.put(KEY, new Pending());
  }

  /** Of the unit of work under way; empty where there is none. */
  static Optional<Pending> current() {
    return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(KEY) : Optional.empty();
  }

  /** The lanes that something was written to that is to be sent at once. */
  static BitSet close() {
    var lanes = current().map(pending -> pending.lanes).orElseGet(BitSet::new);
    ContextLocals.remove(KEY);
    return lanes;
  }

  /** A row takes the place of the one that has its timer's key. */
  void add(PendingRow row) {
    var timerKey = row.timerKey();
    if (timerKey != null) {
      rows.removeIf(other -> other.hasTimer(timerKey));
      cancelled.remove(timerKey);
    }
    rows.add(row);
  }

  void cancel(String timerKey) {
    rows.removeIf(row -> row.hasTimer(timerKey));
    cancelled.add(timerKey);
  }

  /** The keys of the timers that were taken back; from now on they count as deleted. */
  String[] takeCancelled() {
    var taken = cancelled.toArray(String[]::new);
    cancelled.clear();
    return taken;
  }

  /** The rows in their order; from now on they count as written. */
  List<PendingRow> takeRows() {
    var taken = List.copyOf(rows);
    taken.stream().filter(row -> !row.isDelayed()).forEach(row -> lanes.set(row.lane()));
    rows.clear();
    return taken;
  }
}
