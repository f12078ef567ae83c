package io.stallcast.chat;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.RoomSnapshot.Progress;
import io.stallcast.chat.RoomState.Moderation;
import io.stallcast.platform.event.Topic;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what was kept of rooms, outside of any unit of work. */
@ApplicationScoped
public class RoomStore {
  private static final String SNAPSHOT =
      "set transaction isolation level repeatable read read only";

  private static final String ROOM =
      """
      select id, kind, version, creator_id, access_policy, product_ids, status
      from room where id = $1
      """;

  private static final String PROGRESS =
      """
      select coalesce(max(era) filter (where epoch = $2), coalesce(max(era), 0) + 1) as era,
             coalesce(max(position) filter (where epoch = $2 and partition = $1), -1) as position
      from progress
      """;

  /** Those of one era alone are at hand: positions of another tell nothing of this one. */
  private static final String AT_HAND =
      """
      with newest as (
        select position, sent_at, row_number() over (order by position desc) as nth
        from message where room_id = $1 and era = $2 order by position desc limit $3
      )
      select position, id, client_id, author_id, author_name, badges, text, reply_to, mentions,
             sent_at, edited_at, deleted
      from message
      where room_id = $1 and era = $2 and position >= (
        select min(position) from newest
        where nth <= $4
          or sent_at >= (select max(sent_at) from newest) - $5 * interval '1 second')
      order by position
      """;

  /** Reads backwards from the end of the room, and no further than the memory goes. */
  private static final String LAST_SENT =
      """
      with horizon as (
        select sent_at - $3 * interval '1 second' as time from message
        where room_id = $1 and era = $2 order by position desc limit 1
      ), forgotten as (
        select position from message
        where room_id = $1 and era = $2 and sent_at < (select time from horizon)
        order by position desc limit 1
      )
      select author_id, max(sent_at) as last from message
      where room_id = $1 and era = $2
        and position > coalesce((select position from forgotten), -1)
      group by author_id
      """;

  private static final String REACTIONS =
      "select emoji, message_id, user_id from reaction where room_id = $1 and message_id = any($2)";

  private static final String SILENCES = "select user_id, until from silence where room_id = $1";

  private static final String STATE =
      """
      select slow_mode_seconds, pinned_message_id, writers, links, words, moderators
      from room_state where room_id = $1
      """;

  private static final String TOLD =
      """
      select position, frame from told
      where room_id = $1 and era = $2 and position > $3 order by position limit $4
      """;

  private static final String FORGOTTEN =
      "select position from forgotten where room_id = $1 and era = $2";

  private static final String PROGRESSES =
      "select partition, position from progress where epoch = $1";

  private static final String MESSAGE =
      """
      select position, id, client_id, author_id, author_name, badges, text, reply_to, mentions,
             sent_at, edited_at, deleted
      from message where room_id = $1 and id = $2
      """;

  private final Pool pool;

  RoomStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * What the sockets of a room were told.
   *
   * @param frames as JSON, by their positions
   * @param beginning up to where nothing is kept any more
   * @param progress up to where these are all
   */
  public record Told(List<Line> frames, long beginning, Progress progress) {
    /** One frame. */
    public record Line(long position, String frame) {}
  }

  /** What a room's log has come to, as far as it is written down. */
  public record Folded(RoomState state, Progress progress) {}

  /** What a room's log has come to, whether its stream is known or not. */
  public Uni<Folded> folded(UUID roomId, String epoch) {
    return atOneMoment(connection -> folded(connection, roomId, epoch));
  }

  /** How far a partition is written down. */
  public Uni<Progress> progress(int partition, String epoch) {
    return pool.preparedQuery(PROGRESS)
        .execute(Tuple.of(partition, epoch))
        .map(RoomStore::progress);
  }

  /** Everything of a room at one moment; empty where there is no such room. */
  public Uni<Optional<RoomSnapshot>> snapshot(UUID roomId, String epoch) {
    return atOneMoment(connection ->
        query(connection, ROOM, Tuple.of(roomId))
            .chain(rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : snapshot(connection, room(rows.iterator().next()), epoch).map(Optional::of)));
  }

  private static Uni<RoomSnapshot> snapshot(SqlConnection connection, Room room, String epoch) {
    return folded(connection, room.id(), epoch)
        .map(folded -> new RoomSnapshot(room, folded.state(), folded.progress()));
  }

  private static Uni<Folded> folded(SqlConnection connection, UUID roomId, String epoch) {
    return progress(connection, roomId, epoch)
        .chain(progress ->
            state(connection, roomId, progress.era()).map(state -> new Folded(state, progress)));
  }

  private static Uni<RoomState> state(SqlConnection connection, UUID roomId, int era) {
    return Uni.combine()
        .all()
        .unis(
            messages(connection, roomId, era),
            lastSent(connection, roomId, era),
            silences(connection, roomId),
            moderation(connection, roomId))
        .with(RoomState::of);
  }

  private static Uni<Moderation> moderation(SqlConnection connection, UUID roomId) {
    return query(connection, STATE, Tuple.of(roomId))
        .map(rows -> stream(rows).map(RoomStore::moderation).findFirst().orElse(Moderation.NONE));
  }

  private static Moderation moderation(Row row) {
    return new Moderation(
        row.getInteger("slow_mode_seconds"),
        row.getUUID("pinned_message_id"),
        new Rules(
            Rules.Writers.valueOf(row.getString("writers")),
            row.getBoolean("links"),
            List.of(row.getArrayOfStrings("words"))),
        Set.of(row.getArrayOfUUIDs("moderators")));
  }

  private static Uni<List<Message>> messages(SqlConnection connection, UUID roomId, int era) {
    var extent =
        Tuple.of(
            roomId,
            era,
            MessagesAtHand.AT_MOST,
            MessagesAtHand.AT_LEAST,
            (int) MessagesAtHand.MEMORY.toSeconds());
    return query(connection, AT_HAND, extent)
        .map(rows -> stream(rows).map(RoomStore::message).toList())
        .call(messages -> addReactions(connection, roomId, messages));
  }

  private static Uni<Void> addReactions(
      SqlConnection connection, UUID roomId, List<Message> messages) {
    var byId = new HashMap<UUID, Message>();
    messages.forEach(message -> byId.put(message.id(), message));
    return query(connection, REACTIONS, Tuple.of(roomId, byId.keySet().toArray(UUID[]::new)))
        .invoke(rows ->
            stream(rows)
                .forEach(row ->
                    byId.get(row.getUUID("message_id"))
                        .react(row.getUUID("user_id"), row.getString("emoji"))))
        .replaceWithVoid();
  }

  private static Uni<Map<UUID, Instant>> lastSent(SqlConnection connection, UUID roomId, int era) {
    return query(connection, LAST_SENT, Tuple.of(roomId, era, (int) LastSent.MEMORY.toSeconds()))
        .map(rows -> {
          var times = new HashMap<UUID, Instant>();
          stream(rows)
              .forEach(row ->
                  times.put(row.getUUID("author_id"), instant(row.getOffsetDateTime("last"))));
          return times;
        });
  }

  private static Uni<Map<UUID, Instant>> silences(SqlConnection connection, UUID roomId) {
    return query(connection, SILENCES, Tuple.of(roomId))
        .map(rows -> {
          var silences = new HashMap<UUID, Instant>();
          stream(rows)
              .forEach(row -> {
                var until = instant(row.getOffsetDateTime("until"));
                silences.put(row.getUUID("user_id"), until == null ? Instant.MAX : until);
              });
          return silences;
        });
  }

  /** What a room's sockets were told behind a position, at most {@code limit} frames of it. */
  public Uni<Told> told(UUID roomId, String epoch, long position, int limit) {
    return atOneMoment(connection ->
        progress(connection, roomId, epoch)
            .chain(progress -> told(connection, roomId, progress, position, limit)));
  }

  private static Uni<Told> told(
      SqlConnection connection, UUID roomId, Progress progress, long position, int limit) {
    return query(connection, FORGOTTEN, Tuple.of(roomId, progress.era()))
        .map(rows -> stream(rows).map(row -> row.getLong(0)).findFirst().orElse(Progress.NOTHING))
        .chain(beginning ->
            query(connection, TOLD, Tuple.of(roomId, progress.era(), position, limit))
                .map(rows -> stream(rows).map(RoomStore::line).toList())
                .map(lines -> new Told(lines, beginning, progress)));
  }

  /** How far each partition is written down. */
  public Uni<Map<Integer, Long>> progress(String epoch) {
    return pool.preparedQuery(PROGRESSES)
        .execute(Tuple.of(epoch))
        .map(rows -> {
          var positions = new HashMap<Integer, Long>();
          stream(rows)
              .forEach(row -> positions.put(row.getInteger("partition"), row.getLong("position")));
          return positions;
        });
  }

  /** Who wrote a message, whatever its age; empty where there is none, or not any more. */
  public Uni<Optional<UUID>> author(UUID roomId, UUID messageId) {
    return message(roomId, messageId)
        .map(found -> found.filter(m -> !m.isDeleted()).map(message -> message.author().id()));
  }

  /** A message, whatever its age, without its reactions; empty where there is none. */
  public Uni<Optional<Message>> message(UUID roomId, UUID messageId) {
    return pool.preparedQuery(MESSAGE)
        .execute(Tuple.of(roomId, messageId))
        .map(rows -> stream(rows).map(RoomStore::message).findFirst());
  }

  private static Uni<Progress> progress(SqlConnection connection, UUID roomId, String epoch) {
    var partition = Topic.CHAT_MESSAGES.partitionOf(roomId.toString());
    return query(connection, PROGRESS, Tuple.of(partition, epoch)).map(RoomStore::progress);
  }

  private static Progress progress(RowSet<Row> rows) {
    var row = rows.iterator().next();
    return new Progress(row.getInteger("era"), row.getLong("position"));
  }

  private <T> Uni<T> atOneMoment(Function<SqlConnection, Uni<T>> reading) {
    return pool.withTransaction(
        connection -> connection.query(SNAPSHOT).execute().chain(() -> reading.apply(connection)));
  }

  private static Uni<RowSet<Row>> query(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters);
  }

  private static Room room(Row row) {
    return new Room(
        row.getUUID("id"),
        Room.Kind.valueOf(row.getString("kind")),
        row.getLong("version"),
        row.getUUID("creator_id"),
        row.getString("access_policy"),
        List.of(row.getArrayOfUUIDs("product_ids")),
        Room.Status.valueOf(row.getString("status")));
  }

  /** A message as the columns of its table have it. */
  public static Message message(Row row) {
    var author =
        new Author(
            row.getUUID("author_id"),
            row.getString("author_name"),
            List.of(row.getArrayOfStrings("badges")));
    return Message.kept(
        row.getLong("position"),
        row.getUUID("id"),
        instant(row.getOffsetDateTime("sent_at")),
        new RoomRecord.Posted(
            row.getString("client_id"),
            author,
            row.getString("text"),
            row.getUUID("reply_to"),
            List.of(row.getArrayOfUUIDs("mentions"))),
        instant(row.getOffsetDateTime("edited_at")),
        row.getBoolean("deleted"));
  }

  private static Told.Line line(Row row) {
    return new Told.Line(row.getLong("position"), row.getString("frame"));
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
