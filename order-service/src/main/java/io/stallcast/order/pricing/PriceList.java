package io.stallcast.order.pricing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.Offer;
import io.stallcast.order.Prices;
import io.stallcast.order.pricing.CatalogClient.NoSuchProduct;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Prices as this service knows them, completed by catalog-service where it must be. */
@ApplicationScoped
class PriceList implements Prices {
  private static final Logger LOG = Logger.getLogger(PriceList.class);
  private static final int AT_ONCE = 8;

  private final PricedProducts known;
  private final CatalogClient catalog;
  private final UnitOfWork unitOfWork;

  PriceList(PricedProducts known, @RestClient CatalogClient catalog, UnitOfWork unitOfWork) {
    this.known = known;
    this.catalog = catalog;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Map<UUID, Offer>> of(Set<UUID> productIds) {
    return known.forSale(productIds).chain(found -> complete(productIds, found));
  }

  private Uni<Map<UUID, Offer>> complete(Set<UUID> wanted, Map<UUID, Offer> found) {
    var missing = new HashSet<>(wanted);
    missing.removeAll(found.keySet());
    return missing.isEmpty()
        ? Uni.createFrom().item(found)
        : readAll(missing).map(read -> union(found, read));
  }

  private Uni<Map<UUID, Offer>> readAll(Set<UUID> productIds) {
    return Multi.createFrom()
        .iterable(productIds)
        .onItem()
        .transformToUni(this::read)
        .merge(AT_ONCE)
        .collect()
        .asList()
        .call(read -> unitOfWork.commit(() -> known.putAll(read)))
        .map(PriceList::offers);
  }

  /** Null, which a Multi leaves out, where there is none. */
  private Uni<PricedProduct> read(UUID productId) {
    return catalog
        .product(productId)
        .map(CatalogProduct::toPricedProduct)
        .onFailure(NoSuchProduct.class)
        .recoverWithNull()
        .onFailure()
        .transform(PriceList::unavailable);
  }

  private static Map<UUID, Offer> offers(List<PricedProduct> products) {
    return products.stream()
        .filter(PricedProduct::isForSale)
        .map(PricedProduct::toOffer)
        .collect(Collectors.toMap(Offer::productId, Function.identity()));
  }

  private static Throwable unavailable(Throwable failure) {
    LOG.warnf("catalog-service not asked for a price: %s", failure);
    return new ProblemException(
            StandardProblem.UNAVAILABLE, "A price cannot be read for now; try again in a moment.")
        .withRetryAfter(Duration.ofSeconds(2));
  }

  private static Map<UUID, Offer> union(Map<UUID, Offer> some, Map<UUID, Offer> others) {
    return Stream.of(some, others)
        .flatMap(offers -> offers.values().stream())
        .collect(Collectors.toUnmodifiableMap(Offer::productId, Function.identity()));
  }
}
