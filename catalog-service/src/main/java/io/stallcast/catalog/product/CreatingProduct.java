package io.stallcast.catalog.product;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.LicenceKeys;
import io.stallcast.catalog.Prices;
import io.stallcast.catalog.Product;
import io.stallcast.catalog.ProductView;
import io.stallcast.catalog.Products;
import io.stallcast.catalog.Stock;
import io.stallcast.catalog.StockMovement;
import io.stallcast.catalog.StockPolicy;
import io.stallcast.catalog.Stocks;
import io.stallcast.platform.event.catalog.ProductEvent.ProductCreated;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A creator makes a draft, with its price and its stock. */
@ApplicationScoped
class CreatingProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final Prices prices;
  private final Stocks stocks;
  private final LicenceKeys keys;
  private final Outbox outbox;
  private final Clock clock;

  CreatingProduct(
      UnitOfWork unitOfWork,
      Products products,
      Prices prices,
      Stocks stocks,
      LicenceKeys keys,
      Outbox outbox,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.prices = prices;
    this.stocks = stocks;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  Uni<ProductView> create(UUID creator, CreateProduct request) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var product =
        Product.draft(
            Identifiers.next(),
            creator,
            request.kind(),
            request.terms().policy(),
            request.details(),
            now);
    return unitOfWork
        .commit(() ->
            products
                .save(product, ProductCreated::new)
                .chain(() -> prices.change(product, now))
                .chain(() -> stockUp(product.id(), request.terms(), now)))
        .map(stocked -> ProductView.of(product));
  }

  private Uni<Void> stockUp(UUID id, StockTerms terms, Instant now) {
    var stock = Stock.empty(id, terms.policy());
    var movements =
        terms.policy() == StockPolicy.UNLIMITED
            ? List.<StockMovement>of()
            : List.of(stock.restock(terms.units(), now));
    return stocks
        .persist(stock)
        .chain(() -> stocks.record(movements))
        .chain(() -> keys.add(id, terms.keys() == null ? List.of() : terms.keys()))
        .chain(() -> outbox.append(Stocks.changed(stock)));
  }
}
