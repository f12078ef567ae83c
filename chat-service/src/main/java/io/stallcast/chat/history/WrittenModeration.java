package io.stallcast.chat.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.RoomState.Moderation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** Writes down how a room is moderated: who may not write, the rules, and who did what. */
final class WrittenModeration {
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

  private static final String ACTIONS =
      """
      insert into action (room_id, era, position, done_at, by, action, user_id, message_id, seconds,
                        reason)
      select room_id, $2, position, done_at, by, action, user_id, message_id, seconds, reason
      from jsonb_to_recordset($1) as d(
        room_id uuid, position bigint, done_at timestamptz, by uuid, action text, user_id uuid,
        message_id uuid, seconds bigint, reason text)
      on conflict do nothing
      """;

  private WrittenModeration() {}

  /** In the unit of work under way. */
  static Uni<Void> write(HistoryBatch chapter, int era) {
    return Rows.write(SILENCE, silences(chapter, true))
        .chain(() -> Rows.write(UNSILENCE, silences(chapter, false)))
        .chain(() -> Rows.write(ORDERS, orders(chapter)))
        .chain(() -> Rows.write(ACTIONS, chapter.actions(), WrittenModeration::row, era));
  }

  private static JsonArray silences(HistoryBatch chapter, boolean silent) {
    return chapter.silences().entrySet().stream()
        .filter(silence -> (silence.getValue() != null) == silent)
        .map(silence ->
            new JsonObject()
                .put("room_id", silence.getKey().roomId().toString())
                .put("user_id", silence.getKey().userId().toString())
                .put("until", end(silence.getValue())))
        .collect(Rows.rows());
  }

  /** For good where there is no end. */
  private static String end(Instant until) {
    return until == null || until.equals(Instant.MAX) ? null : until.toString();
  }

  private static JsonArray orders(HistoryBatch chapter) {
    return chapter.orders().entrySet().stream()
        .map(room -> row(room.getKey(), room.getValue()))
        .collect(Rows.rows());
  }

  private static JsonObject row(UUID roomId, Moderation moderation) {
    return new JsonObject()
        .put("room_id", roomId.toString())
        .put("slow_mode_seconds", moderation.slowModeSeconds())
        .put("pinned_message_id", Rows.text(moderation.pinned()))
        .put("writers", moderation.rules().writers().name())
        .put("links", moderation.rules().links())
        .put("words", new JsonArray(moderation.rules().words()))
        .put("moderators", Rows.ids(moderation.moderators()));
  }

  private static JsonObject row(HistoryBatch.ModerationAction action) {
    return new JsonObject()
        .put("room_id", action.roomId().toString())
        .put("position", action.position())
        .put("done_at", action.at().toString())
        .put("by", action.by().toString())
        .put("action", action.action())
        .put("user_id", Rows.text(action.userId()))
        .put("message_id", Rows.text(action.messageId()))
        .put("seconds", action.seconds())
        .put("reason", action.reason());
  }
}
