package io.stallcast.notification.telling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Occasion;
import io.stallcast.notification.Occasion.OrderFailed;
import io.stallcast.notification.Occasion.Refund;
import io.stallcast.notification.Occasion.Sale;
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
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells buyers how their orders ended, and creators what they sold. */
@ApplicationScoped
class OrderFeed {
  private final Inbox inbox;
  private final Telling telling;

  OrderFeed(Inbox inbox, Telling telling) {
    this.inbox = inbox;
    this.telling = telling;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.ORDER_EVENTS, OrderEvent.class, OrderFeed::isWorthTelling, this::apply);
  }

  @Incoming("orders")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private static boolean isWorthTelling(OrderEvent event) {
    return switch (event) {
      case OrderConfirmed ignored -> true;
      case OrderCancelled ignored -> true;
      case OrderRefunded ignored -> true;
      case OrderCreated ignored -> false;
      case OrderInventoryReserved ignored -> false;
      case OrderPaid ignored -> false;
      case OrderAccessGranted ignored -> false;
      case OrderCancelRequested ignored -> false;
    };
  }

  private Uni<Void> apply(Envelope<OrderEvent> event) {
    return switch (event.data()) {
      case OrderConfirmed e -> confirmed(event.id(), e);
      case OrderCancelled e -> telling.tell(event.id(), e.buyerId(), OrderFailed.of(e));
      case OrderRefunded e ->
          telling.tell(event.id(), e.buyerId(), new Refund(e.orderId(), e.amount(), true));
      case OrderCreated ignored -> nothing();
      case OrderInventoryReserved ignored -> nothing();
      case OrderPaid ignored -> nothing();
      case OrderAccessGranted ignored -> nothing();
      case OrderCancelRequested ignored -> nothing();
    };
  }

  private Uni<Void> confirmed(UUID eventId, OrderConfirmed order) {
    return telling
        .tell(eventId, order.buyerId(), Occasion.OrderConfirmed.of(order))
        .chain(() -> sold(eventId, order));
  }

  private Uni<Void> sold(UUID eventId, OrderConfirmed order) {
    return Multi.createFrom()
        .iterable(Sale.of(order).entrySet())
        .onItem()
        .transformToUniAndConcatenate(sale -> telling.tell(eventId, sale.getKey(), sale.getValue()))
        .onItem()
        .ignoreAsUni();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
