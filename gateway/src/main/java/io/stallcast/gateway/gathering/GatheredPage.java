package io.stallcast.gateway.gathering;

import io.stallcast.gateway.gathering.Part.Listed;
import io.stallcast.gateway.gathering.Part.Missing;
import io.stallcast.platform.paging.Cursor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the merged list.
 *
 * @param next null at the end of the list
 * @param unavailable the services whose part is missing
 */
record GatheredPage(List<JsonObject> items, String next, List<String> unavailable) {
  /** As each service sorts its own; ids in the order of their bytes, as databases have them. */
  private static final Comparator<JsonObject> ORDER =
      Comparator.comparing(GatheredPage::createdAt).thenComparing(item -> item.getString("id"));

  static GatheredPage of(List<Part> parts, int limit) {
    var listed = only(Listed.class, parts).toList();
    var all = listed.stream().flatMap(part -> part.items().stream()).sorted(ORDER).toList();
    var items = all.subList(0, Math.min(limit, all.size()));
    var goesOn = all.size() > limit || listed.stream().anyMatch(Listed::goesOn);
    return new GatheredPage(
        items,
        goesOn ? cursor(items.getLast()) : null,
        only(Missing.class, parts).map(Missing::service).toList());
  }

  JsonObject toJson() {
    var page = JsonObject.of("items", new JsonArray(items));
    if (next != null) {
      page.put("next", next);
    }
    return unavailable.isEmpty() ? page : page.put("unavailable", new JsonArray(unavailable));
  }

  private static String cursor(JsonObject last) {
    return Cursor.of(createdAt(last), last.getString("id")).encode();
  }

  private static Instant createdAt(JsonObject item) {
    return Instant.parse(item.getString("createdAt"));
  }

  private static <T extends Part> Stream<T> only(Class<T> kind, List<Part> parts) {
    return parts.stream().filter(kind::isInstance).map(kind::cast);
  }
}
