package io.stallcast.chat.history;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Message;
import io.stallcast.chat.RoomSnapshot.Progress;
import io.stallcast.chat.RoomState.Order;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.socket.FrameCodec;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Writes chapters down, in the unit of work under way. */
@ApplicationScoped
class HistoryTable {
  private static final String REACH =
      """
      insert into progress (partition, era, epoch, position) values ($1, $2, $3, $4)
      on conflict (partition) do update
      set era = excluded.era, epoch = excluded.epoch, position = excluded.position
      where progress.epoch <> excluded.epoch or progress.position = $5
      """;

  private static final String MESSAGES =
      """
      insert into message (room_id, era, position, id, client_id, author_id, author_name, badges,
                           text, reply_to, mentions, sent_at, edited_at, deleted)
      select room_id, $2, position, id, client_id, author_id, author_name, badges,
             text, reply_to, mentions, sent_at, edited_at, deleted
      from jsonb_to_recordset($1) as m(
        room_id uuid, position bigint, id uuid, client_id text, author_id uuid, author_name text,
        badges text[], text text, reply_to uuid, mentions uuid[], sent_at timestamptz,
        edited_at timestamptz, deleted boolean)
      on conflict (room_id, era, position) do update
      set text = excluded.text, edited_at = excluded.edited_at, deleted = excluded.deleted
      """;

  private static final String TOLD =
      """
      insert into told (room_id, era, position, told_at, frame)
      select room_id, $2, position, told_at, frame
      from jsonb_to_recordset($1) as t(
        room_id uuid, position bigint, told_at timestamptz, frame text)
      on conflict do nothing
      """;

  private static final String FELT =
      """
      insert into reaction (room_id, message_id, emoji, user_id)
      select room_id, message_id, emoji, user_id
      from jsonb_to_recordset($1) as r(room_id uuid, message_id uuid, emoji text, user_id uuid)
      on conflict do nothing
      """;

  private static final String NOT_FELT =
      """
      delete from reaction r using jsonb_to_recordset($1) as w(
        room_id uuid, message_id uuid, emoji text, user_id uuid)
      where r.room_id = w.room_id and r.message_id = w.message_id and r.emoji = w.emoji
        and r.user_id = w.user_id
      """;

  private static final String NOT_FELT_OF_DELETED =
      "delete from reaction where message_id = any($1)";

  private static final String SILENCE =
      """
      insert into silence (room_id, user_id, until)
      select room_id, user_id, until
      from jsonb_to_recordset($1) as s(room_id uuid, user_id uuid, until timestamptz)
      on conflict (room_id, user_id) do update set until = excluded.until
      """;

  private static final String UNSILENCE =
      """
      delete from silence s using jsonb_to_recordset($1) as u(room_id uuid, user_id uuid)
      where s.room_id = u.room_id and s.user_id = u.user_id
      """;

  private static final String ORDERS =
      """
      insert into room_state (room_id, slow_mode_seconds, pinned_message_id, writers, links, words,
                              moderators)
      select room_id, slow_mode_seconds, pinned_message_id, writers, links, words, moderators
      from jsonb_to_recordset($1) as s(
        room_id uuid, slow_mode_seconds int, pinned_message_id uuid, writers text, links boolean,
        words text[], moderators uuid[])
      on conflict (room_id) do update
      set slow_mode_seconds = excluded.slow_mode_seconds,
          pinned_message_id = excluded.pinned_message_id, writers = excluded.writers,
          links = excluded.links, words = excluded.words, moderators = excluded.moderators
      """;

  private static final String DEEDS =
      """
      insert into deed (room_id, era, position, done_at, by, action, user_id, message_id, seconds,
                        reason)
      select room_id, $2, position, done_at, by, action, user_id, message_id, seconds, reason
      from jsonb_to_recordset($1) as d(
        room_id uuid, position bigint, done_at timestamptz, by uuid, action text, user_id uuid,
        message_id uuid, seconds bigint, reason text)
      on conflict do nothing
      """;

  private static final String EDIT =
      "update message set text = $3, edited_at = $4 where room_id = $1 and id = $2 and not deleted";

  private static final String DELETE =
      "update message set text = '', deleted = true where room_id = $1 and id = $2";

  private final FrameCodec codec;

  HistoryTable(FrameCodec codec) {
    this.codec = codec;
  }

  /**
   * Notes how far a partition is written down.
   *
   * @param from how far it was; the unit of work fails where that is not so any more
   */
  Uni<Void> reach(int partition, String epoch, Progress from, long position) {
    return Statements.update(REACH, partition, from.era(), epoch, position, from.position())
        .invoke(rows -> {
          if (rows == 0) {
            throw new IllegalStateException("somebody else has written down " + partition);
          }
        })
        .replaceWithVoid();
  }

  Uni<Void> write(Chapter chapter, int era) {
    return write(MESSAGES, chapter.messages(), HistoryTable::row, era)
        .chain(() -> write(TOLD, chapter.told(), this::row, era))
        .chain(() -> writeFeelings(chapter))
        .chain(() -> writeSilences(chapter))
        .chain(() -> write(ORDERS, orders(chapter)))
        .chain(() -> write(DEEDS, chapter.deeds(), HistoryTable::row, era))
        .chain(() -> writeOldChanges(chapter.oldChanges()));
  }

  private static Uni<Void> writeFeelings(Chapter chapter) {
    var deleted =
        chapter.messages().stream()
            .map(Chapter.Kept::message)
            .filter(Message::isDeleted)
            .map(Message::id)
            .toArray(UUID[]::new);
    return write(FELT, feelings(chapter, true))
        .chain(() -> write(NOT_FELT, feelings(chapter, false)))
        .chain(() ->
            deleted.length == 0
                ? Uni.createFrom().voidItem()
                : Statements.update(NOT_FELT_OF_DELETED, (Object) deleted).replaceWithVoid());
  }

  private static JsonArray feelings(Chapter chapter, boolean felt) {
    return chapter.feelings().entrySet().stream()
        .filter(feeling -> feeling.getValue() == felt)
        .map(feeling -> row(feeling.getKey()))
        .collect(rows());
  }

  private static Uni<Void> writeSilences(Chapter chapter) {
    return write(SILENCE, silences(chapter, true))
        .chain(() -> write(UNSILENCE, silences(chapter, false)));
  }

  private static JsonArray silences(Chapter chapter, boolean silent) {
    return chapter.silences().entrySet().stream()
        .filter(silence -> (silence.getValue() != null) == silent)
        .map(silence ->
            new JsonObject()
                .put("room_id", silence.getKey().roomId().toString())
                .put("user_id", silence.getKey().userId().toString())
                .put("until", end(silence.getValue())))
        .collect(rows());
  }

  /** For good where there is no end. */
  private static String end(Instant until) {
    return until == null || until.equals(Instant.MAX) ? null : until.toString();
  }

  private static JsonArray orders(Chapter chapter) {
    return chapter.orders().entrySet().stream()
        .map(room -> row(room.getKey(), room.getValue()))
        .collect(rows());
  }

  private static JsonObject row(UUID roomId, Order order) {
    return new JsonObject()
        .put("room_id", roomId.toString())
        .put("slow_mode_seconds", order.slowModeSeconds())
        .put("pinned_message_id", text(order.pinned()))
        .put("writers", order.rules().writers().name())
        .put("links", order.rules().links())
        .put("words", new JsonArray(order.rules().words()))
        .put("moderators", ids(order.moderators()));
  }

  private static Uni<Void> writeOldChanges(List<Chapter.OldChange> changes) {
    return Multi.createFrom()
        .iterable(changes)
        .onItem()
        .transformToUniAndConcatenate(HistoryTable::write)
        .onItem()
        .ignoreAsUni();
  }

  private static Uni<Integer> write(Chapter.OldChange change) {
    return change.text() == null
        ? Statements.update(DELETE, change.roomId(), change.messageId())
        : Statements.update(
            EDIT,
            change.roomId(),
            change.messageId(),
            change.text(),
            change.at().atOffset(ZoneOffset.UTC));
  }

  private static <R> Uni<Void> write(
      String sql, Collection<R> records, Function<R, JsonObject> row, int era) {
    return records.isEmpty()
        ? Uni.createFrom().voidItem()
        : Statements.update(sql, records.stream().map(row).collect(rows()), era).replaceWithVoid();
  }

  private static Uni<Void> write(String sql, JsonArray rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : Statements.update(sql, rows).replaceWithVoid();
  }

  private static JsonObject row(Chapter.Kept kept) {
    var message = kept.message();
    return new JsonObject()
        .put("room_id", kept.roomId().toString())
        .put("position", message.position())
        .put("id", message.id().toString())
        .put("client_id", message.clientId())
        .put("author_id", message.author().id().toString())
        .put("author_name", message.author().displayName())
        .put("badges", new JsonArray(message.author().badges()))
        .put("text", message.text())
        .put("reply_to", message.replyTo().map(UUID::toString).orElse(null))
        .put("mentions", ids(message.mentions()))
        .put("sent_at", message.sentAt().toString())
        .put("edited_at", message.editedAt().map(Instant::toString).orElse(null))
        .put("deleted", message.isDeleted());
  }

  private JsonObject row(Chapter.Told told) {
    return new JsonObject()
        .put("room_id", told.roomId().toString())
        .put("position", told.position())
        .put("told_at", told.at().toString())
        .put("frame", codec.write(told.frame()));
  }

  private static JsonObject row(Chapter.Deed deed) {
    return new JsonObject()
        .put("room_id", deed.roomId().toString())
        .put("position", deed.position())
        .put("done_at", deed.at().toString())
        .put("by", deed.by().toString())
        .put("action", deed.action())
        .put("user_id", text(deed.userId()))
        .put("message_id", text(deed.messageId()))
        .put("seconds", deed.seconds())
        .put("reason", deed.reason());
  }

  private static JsonObject row(Chapter.Feeling feeling) {
    return new JsonObject()
        .put("room_id", feeling.roomId().toString())
        .put("message_id", feeling.messageId().toString())
        .put("emoji", feeling.emoji())
        .put("user_id", feeling.userId().toString());
  }

  private static JsonArray ids(Collection<UUID> ids) {
    return new JsonArray(ids.stream().map(UUID::toString).toList());
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  private static Collector<JsonObject, ?, JsonArray> rows() {
    return Collectors.collectingAndThen(Collectors.toList(), JsonArray::new);
  }
}
