package io.stallcast.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The licence keys: given by a creator, handed out one a unit, oldest first. */
@ApplicationScoped
public class LicenceKeys implements PanacheRepositoryBase<LicenceKey, UUID> {
  private static final String OLDEST_FREE =
      """
      select k.id, k.product_id, k.key_value, k.order_id, k.handed_at
      from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as wanted(product uuid, units bigint)
      cross join lateral (
        select * from licence_key free
        where free.product_id = wanted.product and free.order_id is null
        order by free.id limit wanted.units) k
      order by k.id
      """;

  /** Keys that an order has paid for. */
  public record Sale(UUID orderId, UUID productId, long units) {}

  /** Adds keys; 409 where the product has one of them already. */
  public Uni<Void> add(UUID productId, List<String> values) {
    var keys = values.stream().map(value -> LicenceKey.of(productId, value)).toArray();
    return Panache.getSession()
        .call(session -> session.persistAll(keys))
        .chain(Mutiny.Session::flush)
        .onFailure(ConstraintViolationException.class)
        .transform(known -> CatalogProblem.LICENCE_KEY_EXISTS.because("A key is given once."));
  }

  /** Hands keys over. The stocks of the products must be locked. */
  public Uni<Void> handOver(List<Sale> sales, Instant now) {
    if (sales.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return free(sales.stream().collect(groupingBy(Sale::productId, summingLong(Sale::units))))
        .map(LicenceKeys::byProduct)
        .invoke(free -> sales.forEach(sale -> handOver(sale, free.get(sale.productId()), now)))
        .chain(this::flush);
  }

  private static void handOver(Sale sale, Queue<LicenceKey> free, Instant now) {
    for (long unit = 0; unit < sale.units(); unit++) {
      free.remove().handTo(sale.orderId(), now);
    }
  }

  /** Frees the keys of orders whose buyers have not seen them. */
  public Uni<Void> takeBack(Collection<UUID> orders) {
    return orders.isEmpty()
        ? Uni.createFrom().voidItem()
        : list("orderId in ?1", orders)
            .invoke(handed -> handed.forEach(LicenceKey::takeBack))
            .chain(this::flush);
  }

  /** What was handed over, by order and product. */
  public Uni<Map<UUID, Map<UUID, List<String>>>> of(Collection<UUID> orders) {
    return orders.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : list("orderId in ?1 order by id", orders).map(LicenceKeys::byOrder);
  }

  private Uni<List<LicenceKey>> free(Map<UUID, Long> units) {
    var wanted = new JsonArray();
    units.forEach((product, count) ->
        wanted.add(new JsonObject().put("product", product.toString()).put("units", count)));
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(OLDEST_FREE, LicenceKey.class)
                .setParameter(1, wanted.encode())
                .getResultList());
  }

  private static Map<UUID, ArrayDeque<LicenceKey>> byProduct(List<LicenceKey> keys) {
    return keys.stream().collect(groupingBy(LicenceKey::productId, toCollection(ArrayDeque::new)));
  }

  private static Map<UUID, Map<UUID, List<String>>> byOrder(List<LicenceKey> keys) {
    return keys.stream()
        .collect(
            groupingBy(
                LicenceKey::orderId,
                groupingBy(LicenceKey::productId, mapping(LicenceKey::value, toList()))));
  }
}
