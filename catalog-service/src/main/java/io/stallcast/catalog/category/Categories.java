package io.stallcast.catalog.category;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.CatalogProblem;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.exception.ConstraintViolationException;

/** The categories. */
@ApplicationScoped
class Categories implements PanacheRepositoryBase<Category, String> {
  private final UnitOfWork unitOfWork;

  Categories(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  Uni<Page<CategoryView>> page(PageRequest page) {
    var last = page.cursor().map(cursor -> cursor.text(0)).orElse("");
    return unitOfWork
        .read(() -> find("slug > ?1 order by slug", last).page(0, page.limitPlusOne()).list())
        .map(rows -> Page.of(rows, page.limit(), row -> Cursor.of(row.slug()), CategoryView::of));
  }

  /** Adds a category; 409 where there is one of that slug, 422 where the parent is no top one. */
  Uni<CategoryView> add(CategoryView request) {
    return unitOfWork
        .commit(
            () -> requireTop(request.parent()).chain(() -> persistAndFlush(request.toCategory())))
        .onFailure(ConstraintViolationException.class)
        .transform(taken -> CatalogProblem.CATEGORY_EXISTS.because(request.slug() + " is taken."))
        .replaceWith(request);
  }

  private Uni<Void> requireTop(String parent) {
    return parent == null
        ? Uni.createFrom().voidItem()
        : findById(parent).invoke(found -> requireTop(parent, found)).replaceWithVoid();
  }

  private static void requireTop(String slug, Category found) {
    if (found == null || !found.isTop()) {
      throw CatalogProblem.UNKNOWN_CATEGORY.because(slug + " is not a top category.");
    }
  }
}
