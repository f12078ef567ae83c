package io.stallcast.catalog;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.StockEvent.StockRemoved;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stocks and their ledger. */
@ApplicationScoped
public class Stocks implements PanacheRepositoryBase<Stock, UUID> {

  /** Locks the stocks of products, in the products' order, until the unit of work ends. */
  public Uni<List<Stock>> lock(Collection<UUID> products) {
    return products.isEmpty()
        ? Uni.createFrom().item(List.of())
        : find("productId in ?1 order by productId", products)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
  }

  /** The stock of {@code creator}'s product, locked until the unit of work ends. */
  public Uni<Stock> owned(UUID productId, UUID creator) {
    return find(
            "productId = ?1 and productId in"
                + " (select p.id from Product p where p.id = ?1 and p.creatorId = ?2)",
            productId,
            creator)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound("product"));
  }

  /** The stock of a product that {@code viewer} may see. */
  public Uni<Stock> visible(UUID productId, Optional<UUID> viewer) {
    return find(
            "productId = ?1 and productId in (select p.id from Product p"
                + " where p.id = ?1 and (p.status <> ?2 or p.creatorId = ?3))",
            productId,
            ProductStatus.DRAFT,
            viewer.orElse(productId))
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound("product"));
  }

  /** Appends movements to the ledger. */
  public Uni<Void> record(List<StockMovement> movements) {
    return Panache.getSession().chain(session -> session.persistAll(movements.toArray()));
  }

  /** Tells the state of a stock; it must have been flushed, so that its version is the new one. */
  public static OutboxMessage changed(Stock stock) {
    return OutboxMessage.of(
        Topic.STOCK_EVENTS, stock.productId(), stock.version(), stock.changed());
  }

  /** Tells that a stock went with its product. */
  public static OutboxMessage removed(Stock stock) {
    return OutboxMessage.of(
        Topic.STOCK_EVENTS, stock.productId(), stock.version() + 1, new StockRemoved());
  }
}
