package io.stallcast.order;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is for sale, and for how much. */
public interface Prices {
  /**
   * The offers for these products, by product. What is not for sale is not among them.
   *
   * @return fails with a 503 problem where a product is not known here and catalog-service cannot
   *     be asked
   */
  Uni<Map<UUID, Offer>> of(Set<UUID> productIds);
}
