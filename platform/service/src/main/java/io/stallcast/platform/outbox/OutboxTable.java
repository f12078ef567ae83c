package io.stallcast.platform.outbox;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The outbox as its relay reads it, through a small pool of its own. */
@ApplicationScoped
class OutboxTable {
  private static final int LOCK_CLASS = 0x0B0C5;

  private final Pool pool;
  private final OutboxConfig config;

  OutboxTable(@ReactiveDataSource("outbox") Pool pool, OutboxConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Makes due what has come due, and tells which lanes hold something. */
  Uni<BitSet> waitingLanes() {
    return pool.query(
            """
            with due as (
              update outbox set deliver_at = null, occurred_at = deliver_at
              where position in (select position from outbox where deliver_at <= now()
                                 order by deliver_at limit 1000 for update skip locked)
              returning lane)
            select lane from due union select lane from outbox where deliver_at is null
            """)
        .execute()
        .map(OutboxTable::lanes);
  }

  /** Age of the oldest row that is ready to be sent; zero where none is. */
  Uni<Duration> oldest() {
    return pool.query(
            "select coalesce(extract(epoch from now() - min(occurred_at)), 0)::float8 as age"
                + " from outbox where deliver_at is null")
        .execute()
        .map(rows -> Duration.ofMillis((long) (rows.iterator().next().getDouble("age") * 1000)));
  }

  /** Runs {@code work} while this pod alone has the lane, or answers {@code taken}. */
  Uni<Boolean> inLane(int lane, Function<Lane, Uni<Boolean>> work, BooleanSupplier taken) {
    return pool.withTransaction(connection ->
        lock(connection, lane)
            .chain(mine ->
                mine
                    ? work.apply(new Lane(connection, lane))
                    : Uni.createFrom().item(taken::getAsBoolean)));
  }

  private static Uni<Boolean> lock(SqlConnection connection, int lane) {
    return connection
        .preparedQuery("select pg_try_advisory_xact_lock($1, $2) as mine")
        .execute(Tuple.of(LOCK_CLASS, lane))
        .map(rows -> rows.iterator().next().getBoolean("mine"));
  }

  private static BitSet lanes(RowSet<Row> rows) {
    var lanes = new BitSet(Lanes.COUNT);
    rows.forEach(row -> lanes.set(row.getShort("lane")));
    return lanes;
  }

  /** A lane that this pod has for the length of a transaction. */
  final class Lane {
    private final SqlConnection connection;
    private final int number;

    private Lane(SqlConnection connection, int number) {
      this.connection = connection;
      this.number = number;
    }

    /** The lane's first rows by position. */
    Uni<List<OutboxRow>> next() {
      return connection
          .preparedQuery(
              """
              select position, topic, subject, event_id, type, version, sequence, occurred_at,
                     data, reason, traceparent
              from outbox where lane = $1 and deliver_at is null order by position limit $2
              """)
          .execute(Tuple.of(number, config.batchSize()))
          .onItem()
          .transformToMulti(rows -> Multi.createFrom().iterable(rows))
          .map(OutboxRow::of)
          .collect()
          .asList();
    }

    Uni<Void> delete(List<OutboxRow> rows) {
      if (rows.isEmpty()) {
        return Uni.createFrom().voidItem();
      }
      var positions = rows.stream().map(OutboxRow::position).toArray(Long[]::new);
      return connection
          .preparedQuery("delete from outbox where position = any($1)")
          .execute(Tuple.tuple().addArrayOfLong(positions))
          .replaceWithVoid();
    }
  }
}
