package io.stallcast.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.Prices;
import io.stallcast.catalog.Product;
import io.stallcast.catalog.ProductDetails;
import io.stallcast.catalog.ProductView;
import io.stallcast.catalog.Products;
import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.event.catalog.ProductEvent.ProductUpdated;
import io.stallcast.platform.patch.MergePatches;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A creator changes what a product says and costs, unless somebody else was first. */
@ApplicationScoped
class EditingProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final Prices prices;
  private final MergePatches patches;
  private final Clock clock;

  EditingProduct(
      UnitOfWork unitOfWork, Products products, Prices prices, MergePatches patches, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.prices = prices;
    this.patches = patches;
    this.clock = clock;
  }

  /**
   * Applies a merge patch.
   *
   * @param version the version that the creator has read
   * @return the product as it is now; fails with 412 where it is of another version
   */
  Uni<ProductView> edit(UUID id, UUID creator, long version, JsonNode patch) {
    return unitOfWork
        .commit(() ->
            products
                .owned(id, creator)
                .invoke(product -> ETags.requirePresent(product.version(), version))
                .call(product -> apply(product, patch)))
        .map(ProductView::of);
  }

  private Uni<Void> apply(Product product, JsonNode patch) {
    return patches.apply(product.details(), patch).chain(details -> edit(product, details));
  }

  private Uni<Void> edit(Product product, ProductDetails details) {
    var before = product.details();
    product.edit(details);
    if (details.equals(before)) {
      return Uni.createFrom().voidItem();
    }
    var saved = products.save(product, ProductUpdated::new);
    return details.price().equals(before.price())
        ? saved
        : saved.chain(() -> prices.change(product, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
