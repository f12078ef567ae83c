package io.stallcast.auth.throttle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The table of windows. Each statement is a transaction of its own: it must outlive a failure. */
@ApplicationScoped
class GuessWindows {
  private static final String TAKE =
      """
      insert into guess_window as w (subject, started_at, guesses) values ($1, $2, 1)
      on conflict (subject) do update set
        started_at = case when w.started_at <= $3 then excluded.started_at else w.started_at end,
        guesses = case when w.started_at <= $3 then 1 else w.guesses + 1 end
      returning started_at, guesses
      """;
  private static final String GIVE_BACK =
      "update guess_window set guesses = guesses - 1 where subject = $1 and guesses > 0";
  private static final String PURGE = "delete from guess_window where started_at <= $1";

  /** A window as it is after a guess was taken. */
  record Window(Instant startedAt, int guesses) {
    private static Window of(Row row) {
      return new Window(row.getOffsetDateTime(0).toInstant(), row.getInteger(1));
    }
  }

  private final Pool pool;

  GuessWindows(Pool pool) {
    this.pool = pool;
  }

  /** Takes a guess; a window that began at or before {@code expired} begins anew. */
  Uni<Window> take(String subject, Instant now, Instant expired) {
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(subject, utc(now), utc(expired)))
        .map(rows -> Window.of(rows.iterator().next()));
  }

  Uni<Void> giveBack(String subject) {
    return pool.preparedQuery(GIVE_BACK).execute(Tuple.of(subject)).replaceWithVoid();
  }

  Uni<Integer> purge(Instant expired) {
    return pool.preparedQuery(PURGE).execute(Tuple.of(utc(expired))).map(rows -> rows.rowCount());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
