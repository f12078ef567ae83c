package io.stallcast.payment;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The payments. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Payments implements PanacheRepositoryBase<Payment, UUID> {

  /** All who lock several take them in the same order. */
  private static final String LOCK_ORDERS =
      """
      select count(*) from
        (select pg_advisory_xact_lock(hashtextextended(id, 0))
         from (select id from unnest($1::text[]) as o (id) order by id) as sorted) as held
      """;

  /** The payment, which nobody else can change until the unit of work ends; null where none is. */
  public Uni<Payment> lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** As {@link #lock}, for several; those that there are, in one order. */
  public Uni<List<Payment>> lockAll(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /**
   * The payment of an order, which nobody else can change or make until the unit of work ends; null
   * where none is.
   */
  public Uni<Payment> lockOrder(UUID orderId) {
    return lockOrders(List.of(orderId)).map(found -> found.isEmpty() ? null : found.getFirst());
  }

  /** As {@link #lockOrder}, for several; the payments that there are. */
  public Uni<List<Payment>> lockOrders(Collection<UUID> orderIds) {
    var ids = orderIds.stream().map(UUID::toString).toArray(String[]::new);
    return Statements.select(LOCK_ORDERS, (Object) ids)
        .chain(held ->
            find("orderId in ?1 order by id", orderIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list());
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
    var before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(Identifiers.MAX);
    return find(
            """
            id < ?1 and (?2 = true or buyerId = ?3) and (?4 = true or orderId = ?5)
            order by id desc
            """,
            before,
            viewer.isEmpty(),
            viewer.orElse(Identifiers.MAX),
            order.isEmpty(),
            order.orElse(Identifiers.MAX))
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
