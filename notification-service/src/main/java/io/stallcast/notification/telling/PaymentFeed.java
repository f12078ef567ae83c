package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Occasion.Refund;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.PaymentEvent;
import io.stallcast.platform.event.payment.PaymentEvent.PaymentRefunded;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells buyers of refunds in part; of a refund in full the order tells. */
@ApplicationScoped
class PaymentFeed {
  private final Inbox inbox;
  private final Telling telling;

  PaymentFeed(Inbox inbox, Telling telling) {
    this.inbox = inbox;
    this.telling = telling;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(
        Topic.PAYMENT_EVENTS, PaymentEvent.class, PaymentFeed::isRefundInPart, this::apply);
  }

  @Incoming("payments")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private static boolean isRefundInPart(PaymentEvent event) {
    return event instanceof PaymentRefunded refunded && !refunded.full();
  }

  private Uni<Void> apply(List<Envelope<PaymentEvent>> events) {
    return telling.tell(events.stream().map(PaymentFeed::refunded).toList());
  }

  private static Tidings refunded(Envelope<PaymentEvent> event) {
    var payment = (PaymentRefunded) event.data();
    var refund = new Refund(payment.orderId(), payment.amount(), false);
    return new Tidings(event, payment.buyerId(), refund);
  }
}
