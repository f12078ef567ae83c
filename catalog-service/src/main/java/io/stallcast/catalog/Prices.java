package io.stallcast.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What products cost, now and before. */
@ApplicationScoped
public class Prices implements PanacheRepositoryBase<Price, UUID> {

  /** Lets the product's present price begin, and the one before it, if any, end. */
  public Uni<Void> change(Product product, Instant now) {
    return find("productId = ?1 and validUntil is null", product.id())
        .firstResult()
        .invoke(before -> {
          if (before != null) {
            before.end(product.version(), now);
          }
        })
        // the old one first: only one price may stand
        .chain(this::flush)
        .chain(() -> persist(Price.of(product, now)))
        .replaceWithVoid();
  }

  /** The prices of products that stand, or stood at {@code graceStart} or later. */
  public Uni<List<Price>> since(Collection<UUID> products, Instant graceStart) {
    return list(
        "productId in ?1 and (validUntil is null or validUntil >= ?2)", products, graceStart);
  }
}
