package io.stallcast.order.saga;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

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

  /** The versions of the sagas of these orders; outside any unit of work. */
  Uni<Map<UUID, Long>> versions(Set<UUID> orderIds) {
    return pool.preparedQuery("select order_id, version from saga where order_id = any($1)")
        .execute(Tuple.of(orderIds.toArray(UUID[]::new)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(
                    Collectors.toMap(
                        row -> row.getUUID("order_id"), row -> row.getLong("version"))));
  }
}
