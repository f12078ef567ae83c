package io.stallcast.order.history;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.stallcast.order.Orders;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.event.order.OrderEvent.OrderAccessGranted;
import io.stallcast.platform.event.order.OrderEvent.OrderCancelRequested;
import io.stallcast.platform.event.order.OrderEvent.OrderCancelled;
import io.stallcast.platform.event.order.OrderEvent.OrderConfirmed;
import io.stallcast.platform.event.order.OrderEvent.OrderCreated;
import io.stallcast.platform.event.order.OrderEvent.OrderInventoryReserved;
import io.stallcast.platform.event.order.OrderEvent.OrderPaid;
import io.stallcast.platform.event.order.OrderEvent.OrderRefunded;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the list of orders up to date. */
@ApplicationScoped
class OrderFeed {
  private final Inbox inbox;
  private final Orders orders;
  private final OrderHistory history;

  OrderFeed(Inbox inbox, Orders orders, OrderHistory history) {
    this.inbox = inbox;
    this.orders = orders;
    this.history = history;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(
        Topic.ORDER_EVENTS, OrderEvent.class, OrderFeed::isSeenInTheList, this::apply);
  }

  @Incoming("order-events")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<?> apply(List<Envelope<OrderEvent>> events) {
    var ids = events.stream().map(event -> UUID.fromString(event.subject())).collect(toSet());
    return orders.findAll(ids).chain(history::project);
  }

  private static boolean isSeenInTheList(OrderEvent event) {
    return switch (event) {
      case OrderCreated ignored -> true;
      case OrderCancelRequested ignored -> true;
      case OrderConfirmed ignored -> true;
      case OrderCancelled ignored -> true;
      case OrderRefunded ignored -> true;
      case OrderInventoryReserved ignored -> false;
      case OrderPaid ignored -> false;
      case OrderAccessGranted ignored -> false;
    };
  }
}
