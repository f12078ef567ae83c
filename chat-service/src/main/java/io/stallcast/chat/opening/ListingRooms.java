package io.stallcast.chat.opening;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.LiveRooms;
import io.stallcast.chat.Room;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Looks at rooms: one, or a page of those that are open. */
@ApplicationScoped
class ListingRooms {
  private static final UUID LAST = new UUID(-1, -1);

  private static final String OPEN =
      """
      select id, kind, creator_id, status, access_policy from room
      where status = 'OPEN' and id < $1 and ($2::uuid is null or creator_id = $2)
        and ($3::varchar is null or kind = $3)
      order by id desc limit $4
      """;

  private final LiveRooms rooms;
  private final Pool pool;

  ListingRooms(LiveRooms rooms, Pool pool) {
    this.rooms = rooms;
    this.pool = pool;
  }

  /** One room; fails with 404 where there is no such. */
  Uni<RoomView> one(UUID id) {
    return rooms.with(id, live -> Uni.createFrom().item(RoomView.of(live.room())));
  }

  Uni<Page<RoomView>> page(RoomFilter filter, PageRequest page) {
    var behind = page.cursor().map(cursor -> cursor.uuid(0)).orElse(LAST);
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(behind, filter.creator, filter.kindInTable(), page.limitPlusOne()))
        .map(rows -> Page.of(views(rows), page.limit(), row -> Cursor.of(row.id()), row -> row));
  }

  private static List<RoomView> views(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(ListingRooms::view).toList();
  }

  private static RoomView view(Row row) {
    return new RoomView(
        row.getUUID("id"),
        Room.Kind.valueOf(row.getString("kind")).wire(),
        row.getUUID("creator_id"),
        Room.Status.valueOf(row.getString("status")).wire(),
        row.getString("access_policy"));
  }
}
