package io.stallcast.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/** The products, and the telling of what happens to them. */
@ApplicationScoped
public class Products implements PanacheRepositoryBase<Product, UUID> {
  private final Outbox outbox;

  Products(Outbox outbox) {
    this.outbox = outbox;
  }

  /** A product as {@code viewer} may see it: drafts are there for their creator only. */
  public Uni<Product> visible(UUID id, Optional<UUID> viewer) {
    return find(
            "id = :id and (status <> :draft or creatorId = :viewer)",
            Parameters.with("id", id)
                .and("draft", ProductStatus.DRAFT)
                .and("viewer", viewer.orElse(id)))
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound("product"));
  }

  /** {@code creator}'s product, locked until the unit of work ends. */
  public Uni<Product> owned(UUID id, UUID creator) {
    return find("id = ?1 and creatorId = ?2", id, creator)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound("product"));
  }

  /** Writes the product and tells its state, under the version that the write gave it. */
  public Uni<Void> save(Product product, Function<ProductEvent.Product, ProductEvent> what) {
    return persistAndFlush(product)
        .onFailure(ConstraintViolationException.class)
        .transform(failure -> unknownCategory(failure, product))
        .chain(saved -> tell(saved.id(), saved.version(), what.apply(saved.snapshot())));
  }

  /** Deletes a product that nobody bought, with its price and its stock. */
  public Uni<Void> erase(Product product) {
    return delete(product)
        .chain(() -> tell(product.id(), product.version() + 1, new ProductEvent.ProductDeleted()));
  }

  private Uni<Void> tell(UUID id, long version, ProductEvent event) {
    return outbox.append(OutboxMessage.of(Topic.PRODUCT_EVENTS, id, version, event));
  }

  private static Throwable unknownCategory(Throwable failure, Product product) {
    return failure instanceof ConstraintViolationException violation
            && "product_category".equals(violation.getConstraintName())
        ? CatalogProblem.UNKNOWN_CATEGORY.because(
            "There is no category " + product.details().category() + ".")
        : failure;
  }
}
