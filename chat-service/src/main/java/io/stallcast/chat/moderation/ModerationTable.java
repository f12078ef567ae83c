package io.stallcast.chat.moderation;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What moderators did, and what was reported. */
@ApplicationScoped
class ModerationTable {
  private static final UUID FIRST = new UUID(0, 0);

  private static final String ACTIONS =
      """
      select era, position, done_at, by, action, user_id, message_id, seconds, reason from action
      where room_id = $1 and (era, position) < ($2, $3)
      order by era desc, position desc limit $4
      """;

  private static final String REPORTS =
      """
      select id, message_id, author_id, text, reporter_id, reason, reported_at from report
      where room_id = $1 and resolved_at is null and id > $2 order by id limit $3
      """;

  private static final String REPORT =
      """
      insert into report (id, room_id, message_id, author_id, text, reporter_id, reason, reported_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (message_id, reporter_id) do nothing
      """;

  private static final String RESOLVE =
      """
      update report set resolved_at = $3, resolved_by = $4
      where room_id = $1 and id = $2 and resolved_at is null
      """;

  private final Pool pool;

  ModerationTable(Pool pool) {
    this.pool = pool;
  }

  private record ModerationAction(int era, long position, ModerationActionView view) {}

  /** The newest first. */
  Uni<Page<ModerationActionView>> actions(UUID roomId, PageRequest page) {
    var era = page.cursor().map(cursor -> (int) cursor.number(0)).orElse(Integer.MAX_VALUE);
    var position = page.cursor().map(cursor -> cursor.number(1)).orElse(Long.MAX_VALUE);
    return pool.preparedQuery(ACTIONS)
        .execute(Tuple.of(roomId, era, position, page.limitPlusOne()))
        .map(rows ->
            Page.of(
                list(rows).stream().map(ModerationTable::action).toList(),
                page.limit(),
                action -> Cursor.of(action.era(), action.position()),
                ModerationAction::view));
  }

  /** Those that nobody has seen to, the oldest first. */
  Uni<Page<ReportView>> reports(UUID roomId, PageRequest page) {
    var behind = page.cursor().map(cursor -> cursor.uuid(0)).orElse(FIRST);
    return pool.preparedQuery(REPORTS)
        .execute(Tuple.of(roomId, behind, page.limitPlusOne()))
        .map(rows ->
            Page.of(
                list(rows).stream().map(ModerationTable::report).toList(),
                page.limit(),
                report -> Cursor.of(report.id()),
                report -> report));
  }

  /** Keeps a report, unless the reporter has reported the message before. */
  Uni<Void> report(UUID roomId, ReportView report) {
    return pool.preparedQuery(REPORT)
        .execute(
            Tuple.from(
                new Object[] {
                  report.id(),
                  roomId,
                  report.messageId(),
                  report.authorId(),
                  report.text(),
                  report.reporterId(),
                  report.reason(),
                  report.reportedAt().atOffset(ZoneOffset.UTC)
                }))
        .replaceWithVoid();
  }

  /** Whether there was such a report that nobody had seen to. */
  Uni<Boolean> resolve(UUID roomId, UUID id, UUID by, Instant at) {
    return pool.preparedQuery(RESOLVE)
        .execute(Tuple.of(roomId, id, at.atOffset(ZoneOffset.UTC), by))
        .map(rows -> rows.rowCount() > 0);
  }

  private static ModerationAction action(Row row) {
    return new ModerationAction(
        row.getInteger("era"),
        row.getLong("position"),
        new ModerationActionView(
            row.getOffsetDateTime("done_at").toInstant(),
            row.getUUID("by"),
            row.getString("action"),
            row.getUUID("user_id"),
            row.getUUID("message_id"),
            row.getLong("seconds"),
            row.getString("reason")));
  }

  private static ReportView report(Row row) {
    return new ReportView(
        row.getUUID("id"),
        row.getUUID("message_id"),
        row.getUUID("author_id"),
        row.getString("text"),
        row.getUUID("reporter_id"),
        row.getString("reason"),
        row.getOffsetDateTime("reported_at").toInstant());
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
