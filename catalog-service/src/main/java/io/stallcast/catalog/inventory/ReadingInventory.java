package io.stallcast.catalog.inventory;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.Stocks;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Looks at what is left of a product. */
@ApplicationScoped
class ReadingInventory {
  private final UnitOfWork unitOfWork;
  private final Stocks stocks;

  ReadingInventory(UnitOfWork unitOfWork, Stocks stocks) {
    this.unitOfWork = unitOfWork;
    this.stocks = stocks;
  }

  Uni<InventoryView> of(UUID productId, Optional<UUID> viewer) {
    return unitOfWork.read(() -> stocks.visible(productId, viewer)).map(InventoryView::of);
  }
}
