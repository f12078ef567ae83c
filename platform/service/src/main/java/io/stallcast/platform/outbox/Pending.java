package io.stallcast.platform.outbox;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The rows that the unit of work of the current Vert.x context has appended and not written yet, in
 * their order, and the lanes of those that it has.
 */
final class Pending {
  private static final String KEY = Pending.class.getName();

  private final List<JsonObject> rows = new ArrayList<>();
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
  void add(JsonObject row) {
    var timerKey = row.getString("timer_key");
    if (timerKey != null) {
      remove(timerKey);
    }
    rows.add(row);
  }

  /** Whether there was a row of that timer's key. */
  boolean remove(String timerKey) {
    return rows.removeIf(row -> timerKey.equals(row.getString("timer_key")));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows, each with its {@code ordinal}; from now on they count as written. */
  JsonArray take() {
    var taken = new JsonArray();
    rows.forEach(row -> taken.add(row.put("ordinal", taken.size())));
    rows.stream()
        .filter(row -> row.getString("deliver_at") == null)
        .forEach(row -> lanes.set(row.getInteger("lane")));
    rows.clear();
    return taken;
  }
}
