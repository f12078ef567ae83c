package io.stallcast.chat.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.RoomState.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** Writes down how order is kept: who may not write, the rules, and who did what. */
final class WrittenOrder {
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

  private WrittenOrder() {}

  /** In the unit of work under way. */
  static Uni<Void> write(Chapter chapter, int era) {
    return Rows.write(SILENCE, silences(chapter, true))
        .chain(() -> Rows.write(UNSILENCE, silences(chapter, false)))
        .chain(() -> Rows.write(ORDERS, orders(chapter)))
        .chain(() -> Rows.write(DEEDS, chapter.deeds(), WrittenOrder::row, era));
  }

  private static JsonArray silences(Chapter chapter, boolean silent) {
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

  private static JsonArray orders(Chapter chapter) {
    return chapter.orders().entrySet().stream()
        .map(room -> row(room.getKey(), room.getValue()))
        .collect(Rows.rows());
  }

  private static JsonObject row(UUID roomId, Order order) {
    return new JsonObject()
        .put("room_id", roomId.toString())
        .put("slow_mode_seconds", order.slowModeSeconds())
        .put("pinned_message_id", Rows.text(order.pinned()))
        .put("writers", order.rules().writers().name())
        .put("links", order.rules().links())
        .put("words", new JsonArray(order.rules().words()))
        .put("moderators", Rows.ids(order.moderators()));
  }

  private static JsonObject row(Chapter.Deed deed) {
    return new JsonObject()
        .put("room_id", deed.roomId().toString())
        .put("position", deed.position())
        .put("done_at", deed.at().toString())
        .put("by", deed.by().toString())
        .put("action", deed.action())
        .put("user_id", Rows.text(deed.userId()))
        .put("message_id", Rows.text(deed.messageId()))
        .put("seconds", deed.seconds())
        .put("reason", deed.reason());
  }
}
