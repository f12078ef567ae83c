package io.stallcast.payment;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.payment.PaymentState.Failed;
import io.stallcast.payment.PaymentState.Paid;
import io.stallcast.payment.PaymentState.Pending;
import io.stallcast.payment.PaymentState.Refunded;
import io.stallcast.payment.PaymentState.Voided;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.payment.PaymentEvent;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Tells sagas and the world what became of payments, within the unit of work. */
@ApplicationScoped
public class PaymentNews {
  private final Outbox outbox;
  private final Clock clock;

  PaymentNews(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Answers the saga that asked for the payment, if one did and there is something to say. */
  public Uni<Void> answerProcess(Payment payment) {
    var question = payment.processCorrelation();
    if (question == null) {
      return Uni.createFrom().voidItem();
    }
    var order = payment.orderId();
    return switch (payment.state()) {
      case Pending pending -> Uni.createFrom().voidItem();
      case Challenged c -> reply(new SagaReply.PaymentChallenged(question, order, c.url()));
      case Failed f -> reply(new SagaReply.PaymentFailed(question, order, f.code(), f.detail()));
      case Voided voided ->
          reply(
              new SagaReply.PaymentFailed(
                  question, order, Payment.VOIDED, "The payment was called off."));
      case Paid paid -> reply(new SagaReply.PaymentProcessed(question, order, payment.id()));
      case Refunded all -> reply(new SagaReply.PaymentProcessed(question, order, payment.id()));
    };
  }

  /** Confirms the saga that called the payment off that no money of it is here. */
  public Uni<Void> answerVoid(Payment payment) {
    return payment.voidCorrelation() == null
        ? Uni.createFrom().voidItem()
        : reply(new SagaReply.PaymentVoided(payment.voidCorrelation(), payment.orderId()));
  }

  public Uni<Void> publishProcessed(Payment payment) {
    return publish(
        payment,
        new PaymentEvent.PaymentProcessed(
            payment.id(), payment.orderId(), payment.buyerId(), payment.amount(), clock.instant()));
  }

  public Uni<Void> publishFailed(Payment payment, String code) {
    return publish(
        payment,
        new PaymentEvent.PaymentFailed(
            payment.id(),
            payment.orderId(),
            payment.buyerId(),
            payment.amount(),
            code,
            clock.instant()));
  }

  public Uni<Void> publishRefunded(Payment payment, Refund refund) {
    return publish(
        payment,
        new PaymentEvent.PaymentRefunded(
            payment.id(),
            refund.id(),
            payment.orderId(),
            payment.buyerId(),
            new Money(refund.amount(), payment.amount().currency()),
            payment.refunded(),
            !(payment.state() instanceof Paid),
            clock.instant()));
  }

  private Uni<Void> publish(Payment payment, PaymentEvent event) {
    var message = OutboxMessage.of(Topic.PAYMENT_EVENTS, payment.id(), payment.version(), event);
    return outbox.append(message, payment::version);
  }

  private Uni<Void> reply(SagaReply reply) {
    return outbox.append(OutboxMessage.of(Topic.SAGA_REPLIES, reply.orderId(), 0, reply));
  }
}
