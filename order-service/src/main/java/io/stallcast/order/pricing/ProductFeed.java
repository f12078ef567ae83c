package io.stallcast.order.pricing;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent;
import io.stallcast.platform.event.catalog.ProductEvent.ProductArchived;
import io.stallcast.platform.event.catalog.ProductEvent.ProductCreated;
import io.stallcast.platform.event.catalog.ProductEvent.ProductDeleted;
import io.stallcast.platform.event.catalog.ProductEvent.ProductPublished;
import io.stallcast.platform.event.catalog.ProductEvent.ProductUpdated;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the prices up to date. */
@ApplicationScoped
class ProductFeed {
  private final Inbox inbox;
  private final PricedProducts products;

  ProductFeed(Inbox inbox, PricedProducts products) {
    this.inbox = inbox;
    this.products = products;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.PRODUCT_EVENTS, ProductEvent.class, this::apply);
  }

  @Incoming("product-events")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<?> apply(Envelope<ProductEvent> event) {
    return switch (event.data()) {
      case ProductCreated e -> products.put(PricedProduct.of(e.product()));
      case ProductUpdated e -> products.put(PricedProduct.of(e.product()));
      case ProductPublished e -> products.put(PricedProduct.of(e.product()));
      case ProductArchived e -> products.put(PricedProduct.of(e.product()));
      case ProductDeleted ignored ->
          products.remove(UUID.fromString(event.subject()), event.sequence());
    };
  }
}
