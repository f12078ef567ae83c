package io.stallcast.platform.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * SQL on the connection of the session or unit of work under way, past the object mapping, for
 * tables without entities and for what is done very often: Hibernate plans a native query that has
 * results anew each time, at a multiple of what the database takes for it (ADR 0011).
 *
 * <p>Parameters are {@code $1}, {@code $2} and so on, of types that the PostgreSQL client knows:
 * arrays too, and {@code OffsetDateTime} for instants. Pending changes of the session's entities
 * are not flushed before.
 */
public final class Statements {
  private Statements() {}

  /**
   * Runs a statement that has results.
   *
   * @return its rows, each with its columns in their order; fails with the client's exceptions
   */
  public static Uni<List<Object[]>> select(String sql, Object... parameters) {
    return onConnection(connection -> connection.select(sql, parameters)).map(Statements::rows);
  }

  /**
   * Runs a statement that changes something.
   *
   * @return how many rows it has changed; fails with the client's exceptions
   */
  public static Uni<Integer> update(String sql, Object... parameters) {
    return onConnection(connection -> connection.update(sql, parameters));
  }

  /** An array parameter for {@code unnest}: what {@code value} gives of each row. */
  public static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static <T> Uni<T> onConnection(Function<ReactiveConnection, CompletionStage<T>> work) {
    return Panache.getSession()
        .map(session -> ((MutinySessionImpl) session).getReactiveConnection())
        .chain(connection -> Uni.createFrom().completionStage(work.apply(connection)));
  }

  private static List<Object[]> rows(ReactiveConnection.Result result) {
    var rows = new ArrayList<Object[]>(result.size());
    result.forEachRemaining(rows::add);
    return rows;
  }
}
