package io.stallcast.catalog.product;

import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.Product;
import io.stallcast.catalog.ProductKind;
import io.stallcast.catalog.ProductStatus;
import io.stallcast.catalog.ProductView;
import io.stallcast.catalog.Products;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Looks at products: one, or a page of those that are for sale. */
@ApplicationScoped
class ListingProducts {
  private final UnitOfWork unitOfWork;
  private final Products products;

  ListingProducts(UnitOfWork unitOfWork, Products products) {
    this.unitOfWork = unitOfWork;
    this.products = products;
  }

  Uni<ProductView> one(UUID id, Optional<UUID> viewer) {
    return unitOfWork.read(() -> products.visible(id, viewer)).map(ProductView::of);
  }

  Uni<Page<ProductView>> page(ProductFilter filter, Optional<UUID> viewer, PageRequest page) {
    var sort = ProductSort.named(filter.sort);
    var query = new Query(filter, viewer);
    page.cursor()
        .ifPresent(cursor ->
            query
                .where(sort.behindCursor(), "value", sort.value(cursor))
                .with("last", cursor.uuid(1)));
    return unitOfWork
        .read(() -> query.rows(sort.orderBy(), page.limitPlusOne()))
        .map(rows -> Page.of(rows, page.limit(), sort::cursor, ProductView::of));
  }

  /** The conditions that a filter adds up to. */
  private final class Query {
    private final List<String> conditions = new ArrayList<>();
    private final Parameters parameters = new Parameters();

    Query(ProductFilter filter, Optional<UUID> viewer) {
      var ownShelf = filter.creator != null && viewer.filter(filter.creator::equals).isPresent();
      where("creatorId = :creator", "creator", filter.creator);
      where("status = :status", "status", ownShelf ? null : ProductStatus.PUBLISHED);
      where("kind = :kind", "kind", kind(filter.kind));
      where("array_contains(tags, :tag)", "tag", filter.tag);
      where(
          "category in (select c.slug from Category c where :category in (c.slug, c.parent))",
          "category",
          filter.category);
    }

    Query where(String condition, String parameter, Object value) {
      if (value != null) {
        conditions.add(condition);
        parameters.and(parameter, value);
      }
      return this;
    }

    void with(String parameter, Object value) {
      parameters.and(parameter, value);
    }

    Uni<List<Product>> rows(String orderBy, int count) {
      var where = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
      return products.find(where + orderBy, parameters).page(0, count).list();
    }

    private static ProductKind kind(String name) {
      return name == null ? null : ProductKind.valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
