package io.stallcast.order.refund;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.PaymentEvent.PaymentRefunded;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/** Work on refunds that is put off. */
@OnTopic(Topic.ORDER_JOBS)
@RegisterForReflection
sealed interface RefundJob {
  /** Note that all the money went back, once the order has come to its end. */
  @RegisterForReflection
  @EventType("order.note-refund")
  record NoteRefund(UUID orderId, Money amount, Instant at) implements RefundJob {
    static NoteRefund of(PaymentRefunded event) {
      return new NoteRefund(event.orderId(), event.refundedInAll(), event.at());
    }
  }
}
