package io.stallcast.catalog.product;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.Product;
import io.stallcast.catalog.ProductStatus;
import io.stallcast.catalog.ProductView;
import io.stallcast.catalog.Products;
import io.stallcast.catalog.Stock;
import io.stallcast.catalog.Stocks;
import io.stallcast.platform.event.catalog.ProductEvent.ProductArchived;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A creator takes a product off the shelf: archives it, or deletes it where nobody bought it. */
@ApplicationScoped
class RetiringProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final Stocks stocks;
  private final Outbox outbox;

  RetiringProduct(UnitOfWork unitOfWork, Products products, Stocks stocks, Outbox outbox) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.stocks = stocks;
    this.outbox = outbox;
  }

  Uni<ProductView> archive(UUID id, UUID creator) {
    return unitOfWork
        .commit(() -> products.owned(id, creator).call(this::archive))
        .map(ProductView::of);
  }

  Uni<Void> delete(UUID id, UUID creator) {
    return unitOfWork.commit(
        () -> products.owned(id, creator).chain(product -> deleteOrArchive(product)));
  }

  private Uni<Void> deleteOrArchive(Product product) {
    return stocks
        .lock(List.of(product.id()))
        .map(List::getFirst)
        .chain(stock -> stock.isSpokenFor() ? keepArchived(product) : erase(product, stock));
  }

  private Uni<Void> erase(Product product, Stock stock) {
    return products.erase(product).chain(() -> outbox.append(Stocks.removed(stock)));
  }

  private Uni<Void> keepArchived(Product product) {
    return product.status() == ProductStatus.ARCHIVED
        ? Uni.createFrom().voidItem()
        : archive(product);
  }

  private Uni<Void> archive(Product product) {
    product.archive();
    return products.save(product, ProductArchived::new);
  }
}
