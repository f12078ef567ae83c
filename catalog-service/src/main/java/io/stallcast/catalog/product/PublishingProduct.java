package io.stallcast.catalog.product;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.Product;
import io.stallcast.catalog.ProductView;
import io.stallcast.catalog.Products;
import io.stallcast.platform.event.catalog.ProductEvent.ProductPublished;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A creator puts a draft up for sale. */
@ApplicationScoped
class PublishingProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final Clock clock;

  PublishingProduct(UnitOfWork unitOfWork, Products products, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.clock = clock;
  }

  Uni<ProductView> publish(UUID id, UUID creator) {
    return unitOfWork
        .commit(() -> products.owned(id, creator).call(this::publish))
        .map(ProductView::of);
  }

  private Uni<Void> publish(Product product) {
    product.publish(clock.instant().truncatedTo(ChronoUnit.MICROS));
    return products.save(product, ProductPublished::new);
  }
}
