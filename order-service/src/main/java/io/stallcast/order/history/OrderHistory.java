package io.stallcast.order.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.Order;
import io.stallcast.order.OrderView;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.time.Instants;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The list of orders, newest first. */
@ApplicationScoped
class OrderHistory {
  private static final String PAGE =
      """
      select view from order_summary
      where buyer_id = $1 and (placed_at, order_id) < ($2, $3)
      order by placed_at desc, order_id desc
      limit $4
      """;
  private static final String UPSERT =
      """
      insert into %1$s (order_id, buyer_id, version, placed_at, view)
      select order_id, buyer_id, version, placed_at, view
      from jsonb_to_recordset($1) as r(
        order_id uuid, buyer_id uuid, version bigint, placed_at timestamptz, view jsonb)
      where %2$s
      on conflict (order_id) do update set version = excluded.version, view = excluded.view
      where %1$s.version < excluded.version
      """;
  private static final String UPSERT_LIVE = UPSERT.formatted("order_summary", "true");
  private static final String UPSERT_SHADOW = UPSERT.formatted("order_summary_shadow", "true");
  private static final String UPSERT_SHADOW_IF_REBUILDING =
      UPSERT.formatted(
          "order_summary_shadow", "exists (select 1 from order_history_rebuild where running)");

  private final Pool pool;
  private final ObjectMapper json;

  OrderHistory(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** A buyer's own orders. */
  Uni<Page<OrderView>> page(UUID buyerId, PageRequest request) {
    var before = request.cursor();
    var placedAt = before.map(cursor -> cursor.instant(0)).orElse(Instants.DISTANT_FUTURE);
    var orderId = before.map(cursor -> cursor.uuid(1)).orElse(Identifiers.MAX);
    return pool.preparedQuery(PAGE)
        .execute(
            Tuple.of(buyerId, placedAt.atOffset(ZoneOffset.UTC), orderId, request.limitPlusOne()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> OrderSummary.view(json, row.getJsonObject("view")))
                .toList())
        .map(views -> Page.of(views, request.limit(), OrderHistory::cursor, view -> view));
  }

  /** Shows orders as they are, unless a later version is shown; in a unit of work. */
  Uni<Void> project(List<Order> orders) {
    var rows = rows(orders);
    return upsert(UPSERT_LIVE, rows).chain(() -> upsert(UPSERT_SHADOW_IF_REBUILDING, rows));
  }

  /** As {@link #project}, but in the shadow only. */
  Uni<Void> projectInShadow(List<Order> orders) {
    return upsert(UPSERT_SHADOW, rows(orders));
  }

  private JsonArray rows(List<Order> orders) {
    return orders.stream()
        .map(order -> OrderSummary.of(order).toRow(json))
        .collect(JsonArray::new, JsonArray::add, JsonArray::addAll);
  }

  private static Uni<Void> upsert(String sql, JsonArray rows) {
    return Statements.update(sql, rows).replaceWithVoid();
  }

  private static Cursor cursor(OrderView view) {
    return Cursor.of(view.placedAt(), view.id());
  }
}
