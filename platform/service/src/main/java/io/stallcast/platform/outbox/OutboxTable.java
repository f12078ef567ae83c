package io.stallcast.platform.outbox;

import io.quarkus.reactive.datasource.ReactiveDataSource;
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
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The outbox as its relay reads it, through a small pool of its own. */
@ApplicationScoped
class OutboxTable {
  private static final int LOCK_CLASS = 0x0B0C5;

  private final Pool pool;

  OutboxTable(@ReactiveDataSource("outbox") Pool pool) {
    this.pool = pool;
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

  /**
   * Takes those of the lanes that no other pod has, lets {@code sending} bring their first rows to
   * the broker, deletes those that it returns, and gives the lanes back.
   *
   * @param perLane how many rows of a lane at the most
   */
  Uni<List<OutboxRow>> inLanes(
      BitSet wanted, int perLane, Function<HeldLanes, Uni<List<OutboxRow>>> sending) {
    return pool.withConnection(connection ->
        begin(connection, wanted, perLane)
            .chain(held -> sending.apply(held))
            .call(sent -> commit(connection, sent))
            .onFailure()
            .call(() -> run(connection, "rollback")));
  }

  /**
   * A transaction's first statements go to the database in one trip, which does them one after the
   * other: the rows are read when the lanes are held.
   */
  private static Uni<HeldLanes> begin(SqlConnection connection, BitSet wanted, int perLane) {
    return Uni.combine()
        .all()
        .unis(
            run(connection, "begin"), lock(connection, wanted), first(connection, wanted, perLane))
        .with((begun, held, rows) -> HeldLanes.of(held, rows));
  }

  private static Uni<Void> commit(SqlConnection connection, List<OutboxRow> sent) {
    var committed = run(connection, "commit");
    return sent.isEmpty()
        ? committed
        : Uni.combine().all().unis(delete(connection, sent), committed).discardItems();
  }

  private static Uni<BitSet> lock(SqlConnection connection, BitSet wanted) {
    return connection
        .preparedQuery(
            "select lane from unnest($1::smallint[]) as l (lane)"
                + " where pg_try_advisory_xact_lock($2, lane)")
        .execute(Tuple.of(numbers(wanted), LOCK_CLASS))
        .map(OutboxTable::lanes);
  }

  /** The first rows of each lane by position, one lane's after another's. */
  private static Uni<List<OutboxRow>> first(SqlConnection connection, BitSet lanes, int perLane) {
    return connection
        .preparedQuery(
            """
            select o.lane, position, topic, subject, event_id, type, version, sequence,
                   occurred_at, data, reason, traceparent
            from unnest($1::smallint[]) as l (lane) cross join lateral (
              select * from outbox
              where lane = l.lane and deliver_at is null order by position limit $2) as o
            """)
        .execute(Tuple.of(numbers(lanes), perLane))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(OutboxRow::of).toList());
  }

  private static Uni<Void> delete(SqlConnection connection, List<OutboxRow> rows) {
    var positions = rows.stream().map(OutboxRow::position).toArray(Long[]::new);
    return connection
        .preparedQuery("delete from outbox where position = any($1)")
        .execute(Tuple.tuple().addArrayOfLong(positions))
        .replaceWithVoid();
  }

  private static Uni<Void> run(SqlConnection connection, String statement) {
    return connection.query(statement).execute().replaceWithVoid();
  }

  private static Short[] numbers(BitSet lanes) {
    return lanes.stream().mapToObj(lane -> (short) lane).toArray(Short[]::new);
  }

  private static BitSet lanes(RowSet<Row> rows) {
    var lanes = new BitSet(Lanes.COUNT);
    rows.forEach(row -> lanes.set(row.getShort("lane")));
    return lanes;
  }

  /**
   * What this pod has for the length of a transaction.
   *
   * @param lanes those of the wanted ones that no other pod has
   * @param rows their first ones
   */
  record HeldLanes(BitSet lanes, List<OutboxRow> rows) {
    private static HeldLanes of(BitSet lanes, List<OutboxRow> rows) {
      return new HeldLanes(lanes, rows.stream().filter(row -> lanes.get(row.lane())).toList());
    }
  }
}
