package io.stallcast.chat.opening;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Room;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent;
import io.stallcast.platform.event.catalog.ProductEvent.Product;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Opens and closes rooms as courses come and go, and knows subscriptions. */
@ApplicationScoped
class ProductFeed {
  private static final String SUBSCRIPTION = "subscription";

  private final Inbox inbox;
  private final RoomTable rooms;
  private final SubscriptionTable subscriptions;

  ProductFeed(Inbox inbox, RoomTable rooms, SubscriptionTable subscriptions) {
    this.inbox = inbox;
    this.rooms = rooms;
    this.subscriptions = subscriptions;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.PRODUCT_EVENTS, ProductEvent.class, this::apply);
  }

  @Incoming("product-events")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<ProductEvent> event) {
    return subscription(event.data())
        .map(subscriptions::add)
        .or(() -> Room.of(event).map(rooms::put))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static Optional<Product> subscription(ProductEvent event) {
    return event
        .state()
        .filter(product -> product.kind().equals(SUBSCRIPTION) && product.publishedAt() != null);
  }
}
