package io.stallcast.payment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The payments. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Payments implements PanacheRepositoryBase<Payment, UUID> {
  private static final UUID FIRST = new UUID(-1, -1);

  /** The payment, which nobody else can change until the unit of work ends; null where none is. */
  public Uni<Payment> lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The payment of an order, which nobody else can change or make until the unit of work ends; null
   * where none is.
   */
  public Uni<Payment> lockOrder(UUID orderId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    select count(*) from
                      (select pg_advisory_xact_lock(hashtextextended(?1, 0))) as held
                    """,
                    Long.class)
                .setParameter(1, orderId.toString())
                .getSingleResult())
        .chain(held ->
            find("orderId", orderId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult());
  }

  /** A payment as {@code viewer} may see it; any where there is no viewer. */
  public Uni<Payment> visible(UUID id, Optional<UUID> viewer) {
    return found(query(id, viewer));
  }

  /** As {@link #visible}, locked until the unit of work ends. */
  public Uni<Payment> lockVisible(UUID id, Optional<UUID> viewer) {
    return found(query(id, viewer).withLock(LockModeType.PESSIMISTIC_WRITE));
  }

  /** The payments that {@code viewer} may see, newest first; of one order where one is named. */
  public Uni<List<Payment>> list(Optional<UUID> viewer, Optional<UUID> order, PageRequest page) {
    var before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(FIRST);
    return find(
            """
            id < ?1 and (?2 = true or buyerId = ?3) and (?4 = true or orderId = ?5)
            order by id desc
            """,
            before,
            viewer.isEmpty(),
            viewer.orElse(FIRST),
            order.isEmpty(),
            order.orElse(FIRST))
        .range(0, page.limit())
        .list();
  }

  /** Where a list goes on after a payment. */
  public static Cursor cursor(Payment payment) {
    return Cursor.of(payment.id());
  }

  private PanacheQuery<Payment> query(UUID id, Optional<UUID> viewer) {
    return viewer
        .map(buyer -> find("id = ?1 and buyerId = ?2", id, buyer))
        .orElseGet(() -> find("id", id));
  }

  private static Uni<Payment> found(PanacheQuery<Payment> query) {
    return query
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound("payment"));
  }
}
