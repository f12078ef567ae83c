package io.stallcast.catalog.search;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.Product;
import io.stallcast.catalog.ProductView;
import io.stallcast.catalog.Products;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Finds products that are for sale. */
@ApplicationScoped
class SearchingProducts {
  private final SearchIndex index;
  private final UnitOfWork unitOfWork;
  private final Products products;

  SearchingProducts(SearchIndex index, UnitOfWork unitOfWork, Products products) {
    this.index = index;
    this.unitOfWork = unitOfWork;
    this.products = products;
  }

  Uni<SearchPage> search(SearchRequest request, PageRequest page) {
    return index
        .page(request, page.cursor(), page.limitPlusOne())
        .map(hits -> Page.of(hits, page.limit(), SearchIndex.Hit::cursor, SearchIndex.Hit::id))
        .chain(found -> views(found.items()).map(items -> new Page<>(items, found.next())))
        .chain(items ->
            index
                .facets(request)
                .map(facets -> new SearchPage(items.items(), facets, items.next())));
  }

  Uni<List<String>> suggestions(String typed) {
    return index.suggestions(typed.strip());
  }

  private Uni<List<ProductView>> views(List<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : unitOfWork.read(() -> products.list("id in ?1", ids)).map(found -> inOrder(ids, found));
  }

  private static List<ProductView> inOrder(List<UUID> ids, List<Product> found) {
    Map<UUID, Product> byId = found.stream().collect(toMap(Product::id, Function.identity()));
    return ids.stream().map(byId::get).filter(Objects::nonNull).map(ProductView::of).toList();
  }
}
