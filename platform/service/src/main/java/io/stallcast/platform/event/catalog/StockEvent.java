package io.stallcast.platform.event.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * What happened to the stock of a product. Subject the product's id, sequence the stock's version;
 * carries the whole state.
 */
@OnTopic(value = Topic.STOCK_EVENTS, by = "catalog-service")
@RegisterForReflection
public sealed interface StockEvent {
  /**
   * @param policy unlimited, counted or licence_keys
   * @param available units that can still be reserved; null where the policy is unlimited
   * @param reserved units held for orders under way
   * @param sold units of confirmed orders
   */
  @RegisterForReflection
  @EventType("stock.changed")
  record StockChanged(
      UUID productId, String policy, @Nullable Long available, long reserved, long sold)
      implements StockEvent {}

  /** The product is gone, and its stock with it. */
  @RegisterForReflection
  @EventType(value = "stock.removed", tombstone = true)
  record StockRemoved() implements StockEvent {}
}
