package io.stallcast.chat.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Message;
import io.stallcast.chat.MessageView;
import io.stallcast.chat.RoomStore;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads messages, whatever their age. */
@ApplicationScoped
class MessageTable {
  private static final String COLUMNS =
      """
      select era, position, id, client_id, author_id, author_name, badges, text, reply_to,
             mentions, sent_at, edited_at, deleted,
             (select jsonb_object_agg(emoji, users)
              from (select emoji, count(*) as users from reaction r
                    where r.room_id = m.room_id and r.message_id = m.id group by emoji) e)
               as reactions
      from message m
      """;

  private static final String PAGE =
      COLUMNS
          + """
          where room_id = $1 and (era, position) < ($2, $3) and not deleted
          order by era desc, position desc limit $4
          """;

  private static final String ONE = COLUMNS + "where room_id = $1 and id = $2";

  private final Pool pool;

  MessageTable(Pool pool) {
    this.pool = pool;
  }

  /** Where a message stands among all of its room. */
  record Standing(int era, long position) implements Comparable<Standing> {
    static final Standing END = new Standing(Integer.MAX_VALUE, Long.MAX_VALUE);

    @Override
    public int compareTo(Standing other) {
      return era == other.era
          ? Long.compare(position, other.position)
          : Integer.compare(era, other.era);
    }
  }

  /** A message that was written down. */
  record Written(Standing standing, boolean deleted, MessageView view) {}

  /** The last {@code limit} before a place, newest first. */
  Uni<List<Written>> before(UUID roomId, Standing end, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(roomId, end.era(), end.position(), limit))
        .map(MessageTable::written);
  }

  /** One message, deleted or not; empty where there is none. */
  Uni<Optional<Written>> find(UUID roomId, UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(roomId, id))
        .map(rows -> written(rows).stream().findFirst());
  }

  private static List<Written> written(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(MessageTable::written).toList();
  }

  private static Written written(Row row) {
    Message message = RoomStore.message(row);
    return new Written(
        new Standing(row.getInteger("era"), message.position()),
        message.isDeleted(),
        MessageView.of(message, counts(row.getJsonObject("reactions"))));
  }

  private static Map<String, Integer> counts(JsonObject reactions) {
    var counts = new LinkedHashMap<String, Integer>();
    if (reactions != null) {
      reactions.forEach(
          entry -> counts.put(entry.getKey(), ((Number) entry.getValue()).intValue()));
    }
    return counts;
  }
}
