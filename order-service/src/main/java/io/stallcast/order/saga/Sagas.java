package io.stallcast.order.saga;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of the sagas, one for each order. */
@ApplicationScoped
class Sagas {
  private static final String OPEN =
      """
      from Saga
      where endedAt is null and (:onlyStuck = false or state = :stuck)
        and (startedAt > :time or startedAt = :time and orderId > :order)
      order by startedAt, orderId
      """;
  private static final String COLUMNS =
      "select order_id, version, state, timeline, trace_id, started_at, ended_at from saga";
  private static final String VIEW = COLUMNS + " where order_id = $1 and buyer_id = $2";
  private static final String CHANGED =
      COLUMNS
          + " join unnest($1::uuid[], $2::bigint[]) as known (id, at) on order_id = known.id"
          + " where version <> known.at";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Pool pool;

  Sagas(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> add(Saga saga) {
    return Panache.getSession().chain(session -> session.persist(saga));
  }

  /** The saga of an order; null where there is none. */
  Uni<Saga> find(UUID orderId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery("from Saga where orderId = ?1", Saga.class)
                .setParameter(1, orderId)
                .getSingleResultOrNull());
  }

  /** The sagas of those of these orders that have one. */
  Uni<List<Saga>> findAll(Collection<UUID> orderIds) {
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery("from Saga where orderId in ?1", Saga.class)
                .setParameter(1, orderIds)
                .getResultList());
  }

  /** The saga of a buyer's own order; fails with a 404 problem where there is none. */
  Uni<Saga> findOwn(UUID orderId, UUID buyerId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery("from Saga where orderId = ?1 and buyerId = ?2", Saga.class)
                .setParameter(1, orderId)
                .setParameter(2, buyerId)
                .getSingleResultOrNull())
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound("order"));
  }

  /** Sagas that are not over, or of these the stuck ones; the oldest first. */
  Uni<List<Saga>> open(boolean onlyStuck, PageRequest page) {
    var after = page.cursor();
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery(OPEN, Saga.class)
                .setParameter("onlyStuck", onlyStuck)
                .setParameter("stuck", SagaState.STUCK)
                .setParameter("time", after.map(c -> c.instant(0)).orElse(Instant.EPOCH))
                .setParameter("order", after.map(c -> c.uuid(1)).orElse(BEFORE_ALL))
                .setMaxResults(page.limitPlusOne())
                .getResultList());
  }

  /** A buyer's own purchase as it stands; fails with a 404 problem where there is none. */
  Uni<SagaView> view(UUID orderId, UUID buyerId) {
    return pool.preparedQuery(VIEW)
        .execute(Tuple.of(orderId, buyerId))
        .map(rows -> SagaView.all(rows).findAny())
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("order")));
  }

  /**
   * Those of these purchases that have moved on.
   *
   * @param known the version that is known of each order's purchase
   */
  Uni<List<SagaView>> changed(Map<UUID, Long> known) {
    var orders = known.keySet().toArray(UUID[]::new);
    var versions = Arrays.stream(orders).map(known::get).toArray(Long[]::new);
    return pool.preparedQuery(CHANGED)
        .execute(Tuple.of(orders, versions))
        .map(rows -> SagaView.all(rows).toList());
  }
}
