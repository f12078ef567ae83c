package io.stallcast.platform.event.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.money.Money;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened to a product. Subject the product's id, sequence the product's version; each event
 * carries the whole state.
 */
@OnTopic(value = Topic.PRODUCT_EVENTS, by = "catalog-service")
@RegisterForReflection
public sealed interface ProductEvent {
  /**
   * A product as it is sold.
   *
   * @param version raised by every change; an order names the version whose price it saw
   * @param kind course, software, asset, music, subscription, ticket, session or physical
   * @param status draft, published or archived; only published ones are sold
   * @param stockPolicy unlimited, counted or licence_keys
   * @param price of one unit
   * @param category may be null
   * @param publishedAt null before the first publication
   */
  @RegisterForReflection
  record Product(
      UUID id,
      long version,
      UUID creatorId,
      String kind,
      String title,
      String description,
      String status,
      String stockPolicy,
      Money price,
      @Nullable String category,
      List<String> tags,
      Instant createdAt,
      @Nullable Instant publishedAt) {}

  /** The product as it is from now on; empty where it was deleted. */
  default Optional<Product> state() {
    return switch (this) {
      case ProductCreated e -> Optional.of(e.product());
      case ProductUpdated e -> Optional.of(e.product());
      case ProductPublished e -> Optional.of(e.product());
      case ProductArchived e -> Optional.of(e.product());
      case ProductDeleted ignored -> Optional.empty();
    };
  }

  @RegisterForReflection
  @EventType("product.created")
  record ProductCreated(Product product) implements ProductEvent {}

  @RegisterForReflection
  @EventType("product.updated")
  record ProductUpdated(Product product) implements ProductEvent {}

  @RegisterForReflection
  @EventType("product.published")
  record ProductPublished(Product product) implements ProductEvent {}

  @RegisterForReflection
  @EventType("product.archived")
  record ProductArchived(Product product) implements ProductEvent {}

  @RegisterForReflection
  @EventType(value = "product.deleted", tombstone = true)
  record ProductDeleted() implements ProductEvent {}
}
