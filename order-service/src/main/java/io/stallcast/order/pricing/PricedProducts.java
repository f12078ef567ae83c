package io.stallcast.order.pricing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.Offer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The read model of products. */
@ApplicationScoped
class PricedProducts {
  private static final String UPSERT =
      """
      insert into priced_product (id, version, creator_id, title, kind, status, amount, currency)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      on conflict (id) do update
      set version = excluded.version, creator_id = excluded.creator_id, title = excluded.title,
          kind = excluded.kind, status = excluded.status, amount = excluded.amount,
          currency = excluded.currency
      where priced_product.version < excluded.version
      """;

  private final Pool pool;

  PricedProducts(Pool pool) {
    this.pool = pool;
  }

  /** Outside any unit of work. */
  Uni<Map<UUID, Offer>> forSale(Set<UUID> productIds) {
    return pool.preparedQuery("select * from priced_product where id = any($1)")
        .execute(Tuple.of(productIds.toArray(UUID[]::new)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(PricedProduct::of)
                .filter(PricedProduct::isForSale)
                .map(PricedProduct::toOffer)
                .collect(Collectors.toMap(Offer::productId, Function.identity())));
  }

  /** Remembers the product, unless a version that is as new or newer is known. */
  Uni<Void> put(PricedProduct product) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(UPSERT)
                .setParameter(1, product.id())
                .setParameter(2, product.version())
                .setParameter(3, product.creatorId())
                .setParameter(4, product.title())
                .setParameter(5, product.kind())
                .setParameter(6, product.status())
                .setParameter(7, product.price().amount())
                .setParameter(8, product.price().currency())
                .executeUpdate())
        .replaceWithVoid();
  }

  /** As {@link #put}, one after the other. */
  Uni<Void> putAll(List<PricedProduct> products) {
    return Multi.createFrom()
        .iterable(products)
        .onItem()
        .transformToUniAndConcatenate(this::put)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  /** Forgets the product, unless a newer version is known. */
  Uni<Void> remove(UUID productId, long version) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery("delete from priced_product where id = ?1 and version <= ?2")
                .setParameter(1, productId)
                .setParameter(2, version)
                .executeUpdate())
        .replaceWithVoid();
  }
}
