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
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the partners answer, and the saga's own timers. */
@ApplicationScoped
class SagaReplies {
  private final Inbox inbox;
  private final Purchasing purchasing;

  SagaReplies(Inbox inbox, Purchasing purchasing) {
    this.inbox = inbox;
    this.purchasing = purchasing;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(Topic.SAGA_REPLIES, SagaReply.class, this::apply);
  }

  @Incoming("saga-replies")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<?> apply(List<Envelope<SagaReply>> replies) {
    replies.forEach(reply -> check(reply.data()));
    return purchasing.takeAll(replies);
  }

  private static void check(SagaReply reply) {
    if (reply.orderId() == null || reply.correlation() == null) {
      throw new InvalidRecordException("a reply names its order and its correlation");
    }
  }
}
