package io.stallcast.order.saga;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the partners answer, and the saga's own timers. */
@ApplicationScoped
class SagaReplies {
  private final Inbox inbox;
  private final Sagas sagas;
  private final Purchasing purchasing;

  SagaReplies(Inbox inbox, Sagas sagas, Purchasing purchasing) {
    this.inbox = inbox;
    this.sagas = sagas;
    this.purchasing = purchasing;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.SAGA_REPLIES, SagaReply.class, this::apply);
  }

  @Incoming("saga-replies")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<?> apply(Envelope<SagaReply> envelope) {
    var reply = envelope.data();
    if (reply.orderId() == null || reply.correlation() == null) {
      throw new InvalidRecordException("a reply names its order and its correlation");
    }
    return sagas
        .find(reply.orderId())
        .onItem()
        .ifNull()
        .failWith(() -> new InvalidRecordException("no saga for order " + reply.orderId()))
        .chain(saga -> purchasing.take(saga, turn -> turn.on(reply)));
  }
}
