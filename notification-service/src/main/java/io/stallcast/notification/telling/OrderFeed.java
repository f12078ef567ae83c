package io.stallcast.notification.telling;

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
import java.util.List;
import java.util.stream.Stream;
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
    consumptions.together(
        Topic.ORDER_EVENTS, OrderEvent.class, OrderFeed::isWorthTelling, this::apply);
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

  private Uni<Void> apply(List<Envelope<OrderEvent>> events) {
    return telling.tell(events.stream().flatMap(OrderFeed::tidings).toList());
  }

  private static Stream<Tidings> tidings(Envelope<OrderEvent> event) {
    return switch (event.data()) {
      case OrderConfirmed e -> confirmed(event, e);
      case OrderCancelled e -> Stream.of(new Tidings(event, e.buyerId(), OrderFailed.of(e)));
      case OrderRefunded e ->
          Stream.of(new Tidings(event, e.buyerId(), new Refund(e.orderId(), e.amount(), true)));
      case OrderCreated ignored -> Stream.empty();
      case OrderInventoryReserved ignored -> Stream.empty();
      case OrderPaid ignored -> Stream.empty();
      case OrderAccessGranted ignored -> Stream.empty();
      case OrderCancelRequested ignored -> Stream.empty();
    };
  }

  private static Stream<Tidings> confirmed(Envelope<OrderEvent> event, OrderConfirmed order) {
    var bought = new Tidings(event, order.buyerId(), Occasion.OrderConfirmed.of(order));
    var sold =
        Sale.of(order).entrySet().stream()
            .map(sale -> new Tidings(event, sale.getKey(), sale.getValue()));
    return Stream.concat(Stream.of(bought), sold);
  }
}
