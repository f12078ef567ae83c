package io.stallcast.chat.history;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Message;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.socket.FrameCodec;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Writes down what was said and felt, and what the sockets were told of it. */
@ApplicationScoped
class WrittenMessages {
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

  private static final String EDIT =
      "update message set text = $3, edited_at = $4 where room_id = $1 and id = $2 and not deleted";

  private static final String DELETE =
      "update message set text = '', deleted = true where room_id = $1 and id = $2";

  private final FrameCodec codec;

  WrittenMessages(FrameCodec codec) {
    this.codec = codec;
  }

  /** In the unit of work under way. */
  Uni<Void> write(HistoryBatch chapter, int era) {
    return Rows.write(MESSAGES, chapter.messages(), WrittenMessages::row, era)
        .chain(() -> Rows.write(TOLD, chapter.told(), this::row, era))
        .chain(() -> writeFeelings(chapter))
        .chain(() -> writeOldChanges(chapter.oldChanges()));
  }

  private static Uni<Void> writeFeelings(HistoryBatch chapter) {
    var deleted =
        chapter.messages().stream()
            .map(HistoryBatch.Kept::message)
            .filter(Message::isDeleted)
            .map(Message::id)
            .toArray(UUID[]::new);
    return Rows.write(FELT, feelings(chapter, true))
        .chain(() -> Rows.write(NOT_FELT, feelings(chapter, false)))
        .chain(() ->
            deleted.length == 0
                ? Uni.createFrom().voidItem()
                : Statements.update(NOT_FELT_OF_DELETED, (Object) deleted).replaceWithVoid());
  }

  private static JsonArray feelings(HistoryBatch chapter, boolean felt) {
    return chapter.feelings().entrySet().stream()
        .filter(feeling -> feeling.getValue() == felt)
        .map(feeling -> row(feeling.getKey()))
        .collect(Rows.rows());
  }

  private static Uni<Void> writeOldChanges(List<HistoryBatch.OldChange> changes) {
    return Multi.createFrom()
        .iterable(changes)
        .onItem()
        .transformToUniAndConcatenate(WrittenMessages::write)
        .onItem()
        .ignoreAsUni();
  }

  private static Uni<Integer> write(HistoryBatch.OldChange change) {
    return change.text() == null
        ? Statements.update(DELETE, change.roomId(), change.messageId())
        : Statements.update(
            EDIT,
            change.roomId(),
            change.messageId(),
            change.text(),
            change.at().atOffset(ZoneOffset.UTC));
  }

  private static JsonObject row(HistoryBatch.Kept kept) {
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
        .put("mentions", Rows.ids(message.mentions()))
        .put("sent_at", message.sentAt().toString())
        .put("edited_at", message.editedAt().map(Instant::toString).orElse(null))
        .put("deleted", message.isDeleted());
  }

  private JsonObject row(HistoryBatch.Told told) {
    return new JsonObject()
        .put("room_id", told.roomId().toString())
        .put("position", told.position())
        .put("told_at", told.at().toString())
        .put("frame", codec.write(told.frame()));
  }

  private static JsonObject row(HistoryBatch.Feeling feeling) {
    return new JsonObject()
        .put("room_id", feeling.roomId().toString())
        .put("message_id", feeling.messageId().toString())
        .put("emoji", feeling.emoji())
        .put("user_id", feeling.userId().toString());
  }
}
