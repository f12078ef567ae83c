package io.stallcast.order.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rebuild's progress and its tables; in the unit of work under way. */
@ApplicationScoped
class HistoryRebuilds {
  private static final List<String> SWAP =
      List.of(
          "alter table order_summary rename to order_summary_old",
          "alter table order_summary_shadow rename to order_summary",
          "alter table order_summary_old rename to order_summary_shadow",
          "truncate order_summary_shadow");

  /** Begins, unless one is running; whether it has. */
  Uni<Boolean> begin(UUID runId, Instant now) {
    return session()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    insert into order_history_rebuild (run_id, running, total, done, started_at)
                    select ?1, true, count(*), 0, ?2 from order_event where version = 1
                    on conflict (singleton) do update
                    set run_id = excluded.run_id, running = true, total = excluded.total,
                        done = 0, started_at = excluded.started_at, finished_at = null
                    where not order_history_rebuild.running
                    """)
                .setParameter(1, runId)
                .setParameter(2, now)
                .executeUpdate())
        .map(rows -> rows == 1)
        .call(begun -> begun ? run("truncate order_summary_shadow") : Uni.createFrom().item(0));
  }

  /** Notes progress; false where that run is not under way any more. */
  Uni<Boolean> advance(UUID runId, int orders) {
    return session()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    update order_history_rebuild set done = done + ?1
                    where run_id = ?2 and running
                    """)
                .setParameter(1, orders)
                .setParameter(2, runId)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** Swaps the shadow in. Readers wait for that, and see one table or the other. */
  Uni<Void> finish(Instant now) {
    return Multi.createFrom()
        .iterable(SWAP)
        .onItem()
        .transformToUniAndConcatenate(HistoryRebuilds::run)
        .collect()
        .asList()
        .chain(HistoryRebuilds::session)
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    update order_history_rebuild
                    set running = false, finished_at = ?1
                    """)
                .setParameter(1, now)
                .executeUpdate())
        .replaceWithVoid();
  }

  /** The next orders behind that one, by id. */
  Uni<List<UUID>> ordersAfter(UUID orderId, int limit) {
    return session()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    select order_id from order_event
                    where version = 1 and order_id > ?1 order by order_id
                    """,
                    UUID.class)
                .setParameter(1, orderId)
                .setMaxResults(limit)
                .getResultList());
  }

  /** The rebuild under way, or the last one. */
  Uni<RebuildView> view() {
    return session()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    select running, total, done, started_at, finished_at
                    from order_history_rebuild
                    """,
                    Object[].class)
                .getSingleResultOrNull())
        .map(row -> row == null ? RebuildView.NEVER : RebuildView.of(row));
  }

  private static Uni<Integer> run(String statement) {
    return session().chain(session -> session.createNativeQuery(statement).executeUpdate());
  }

  private static Uni<Mutiny.Session> session() {
    return Panache.getSession();
  }
}
