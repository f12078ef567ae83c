package io.stallcast.chat.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Rows for a statement that takes them all at once, as JSON. */
final class Rows {
  private Rows() {}

  static <R> Uni<Void> write(
      String sql, Collection<R> records, Function<R, JsonObject> row, int era) {
    return records.isEmpty()
        ? Uni.createFrom().voidItem()
        : Statements.update(sql, records.stream().map(row).collect(rows()), era).replaceWithVoid();
  }

  static Uni<Void> write(String sql, JsonArray rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : Statements.update(sql, rows).replaceWithVoid();
  }

  static JsonArray ids(Collection<UUID> ids) {
    return new JsonArray(ids.stream().map(UUID::toString).toList());
  }

  static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  static Collector<JsonObject, ?, JsonArray> rows() {
    return Collectors.collectingAndThen(Collectors.toList(), JsonArray::new);
  }
}
