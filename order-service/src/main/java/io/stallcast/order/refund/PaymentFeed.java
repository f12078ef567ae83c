package io.stallcast.order.refund;

import io.smallrye.mutiny.Uni;
import io.stallcast.order.Order;
import io.stallcast.order.Orders;
import io.stallcast.order.refund.RefundJob.NoteRefund;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.PaymentEvent;
import io.stallcast.platform.event.payment.PaymentEvent.PaymentRefunded;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of money that went back. It may hear of it before the order has come to its end: money of a
 * payment that is voided, or refunded by an operator while the purchase is being completed. Then it
 * looks again later.
 */
@ApplicationScoped
class PaymentFeed {
  /** The topic has another consumer, for the other jobs. */
  private static final String JOBS = "order.jobs.refund";

  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);

  private final Inbox inbox;
  private final Orders orders;
  private final Outbox outbox;
  private final Clock clock;

  PaymentFeed(Inbox inbox, Orders orders, Outbox outbox, Clock clock) {
    this.inbox = inbox;
    this.orders = orders;
    this.outbox = outbox;
    this.clock = clock;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(
        Topic.PAYMENT_EVENTS, PaymentEvent.class, PaymentFeed::isFullRefund, this::apply);
    consumptions.each(JOBS, RefundJob.class, this::applyJob);
  }

  @Incoming("payment-events")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  @Incoming("refund-jobs")
  Uni<Void> onJob(ConsumerRecords<String, String> records) {
    return inbox.apply(JOBS, records);
  }

  private static boolean isFullRefund(PaymentEvent event) {
    return event instanceof PaymentRefunded refunded && refunded.full();
  }

  private Uni<?> apply(Envelope<PaymentEvent> event) {
    return note(NoteRefund.of((PaymentRefunded) event.data()));
  }

  private Uni<?> applyJob(Envelope<RefundJob> job) {
    return switch (job.data()) {
      case NoteRefund refund -> note(refund);
    };
  }

  private Uni<Void> note(NoteRefund refund) {
    return orders.find(refund.orderId()).chain(order -> note(order, refund));
  }

  private Uni<Void> note(Order order, NoteRefund refund) {
    return switch (order.status()) {
      case CONFIRMED -> {
        order.refund(refund.amount(), refund.at());
        yield orders.save(order);
      }
      case PENDING -> lookAgain(refund);
      case CANCELLED, REFUNDED -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> lookAgain(NoteRefund refund) {
    return outbox.append(
        OutboxMessage.of(Topic.ORDER_JOBS, refund.orderId(), 0, refund)
            .at(clock.instant().plus(LOOK_AGAIN_AFTER), "refund:" + refund.orderId()));
  }
}
