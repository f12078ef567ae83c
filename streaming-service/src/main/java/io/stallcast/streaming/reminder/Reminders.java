package io.stallcast.streaming.reminder;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Who wants to be reminded of what. Its methods take part in the unit of work under way. */
@ApplicationScoped
class Reminders {
  private static final String ADD =
      """
      insert into reminder (stream_id, user_id, asked_at) values ($1, $2, $3)
      on conflict do nothing
      """;
  private static final String REMOVE = "delete from reminder where stream_id = $1 and user_id = $2";
  private static final String TAKE =
      """
      update reminder set reminded_for = $2
      where stream_id = $1 and user_id in (
        select user_id from reminder
        where stream_id = $1 and reminded_for is distinct from $2
        order by user_id limit $3)
      returning user_id
      """;

  private final Clock clock;

  Reminders(Clock clock) {
    this.clock = clock;
  }

  Uni<Void> add(UUID streamId, UUID userId) {
    return Statements.update(ADD, streamId, userId, clock.instant().atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  Uni<Void> remove(UUID streamId, UUID userId) {
    return Statements.update(REMOVE, streamId, userId).replaceWithVoid();
  }

  /** Some who were not yet reminded of this beginning; they count as reminded from now on. */
  Uni<List<UUID>> take(UUID streamId, Instant beginning, int most) {
    return Statements.select(TAKE, streamId, beginning.atOffset(ZoneOffset.UTC), most)
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }
}
