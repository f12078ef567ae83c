package io.stallcast.catalog.inventory;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.LicenceKeys;
import io.stallcast.catalog.Stock;
import io.stallcast.catalog.StockPolicy;
import io.stallcast.catalog.Stocks;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A creator adds units to a stock, or takes some off. */
@ApplicationScoped
class Restocking {
  private final UnitOfWork unitOfWork;
  private final Stocks stocks;
  private final LicenceKeys keys;
  private final Outbox outbox;
  private final Clock clock;

  Restocking(UnitOfWork unitOfWork, Stocks stocks, LicenceKeys keys, Outbox outbox, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.stocks = stocks;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  Uni<InventoryView> restock(UUID productId, UUID creator, Restock request) {
    return unitOfWork
        .commit(() ->
            stocks
                .owned(productId, creator)
                .invoke(stock -> requireItsKind(stock, request))
                .call(stock -> restock(stock, request)))
        .map(InventoryView::of);
  }

  private Uni<Void> restock(Stock stock, Restock request) {
    var movement = stock.restock(request.units(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    return stocks
        .record(List.of(movement))
        .chain(() -> request.bringsKeys() ? add(stock, request) : stocks.flush())
        .chain(() -> outbox.append(Stocks.changed(stock)));
  }

  private Uni<Void> add(Stock stock, Restock request) {
    return keys.add(stock.productId(), request.keys());
  }

  private static void requireItsKind(Stock stock, Restock request) {
    if (stock.policy() == StockPolicy.COUNTED && request.bringsKeys()) {
      throw ProblemException.invalid("keys", "are for a stock of licence keys");
    }
    if (stock.policy() == StockPolicy.LICENCE_KEYS && !request.bringsKeys()) {
      throw ProblemException.invalid("quantity", "is for a counted stock");
    }
  }
}
