package io.stallcast.streaming.planning;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;

/** The categories in use: whatever slugs creators have given to streams that are not over. */
@ApplicationScoped
class ListingCategories {
  private static final String PAGE =
      """
      select category,
             count(*) filter (where status = 'LIVE') as live,
             count(*) filter (where status = 'SCHEDULED') as scheduled
      from stream
      where category > $1 and status in ('LIVE', 'SCHEDULED')
      group by category
      order by category
      limit $2
      """;

  private final Pool pool;

  ListingCategories(Pool pool) {
    this.pool = pool;
  }

  Uni<Page<CategoryView>> page(PageRequest page) {
    var last = page.cursor().map(cursor -> cursor.text(0)).orElse("");
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(last, page.limitPlusOne()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(ListingCategories::category)
                .toList())
        .map(rows ->
            Page.of(rows, page.limit(), category -> Cursor.of(category.slug()), view -> view));
  }

  private static CategoryView category(Row row) {
    return new CategoryView(
        row.getString("category"), row.getLong("live"), row.getLong("scheduled"));
  }
}
