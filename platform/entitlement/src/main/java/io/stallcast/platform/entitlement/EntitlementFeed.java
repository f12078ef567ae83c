package io.stallcast.platform.entitlement;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.platform.event.payment.AccessEvent.AccessGranted;
import io.stallcast.platform.event.payment.AccessEvent.AccessRevoked;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the entitlements up to date. */
@ApplicationScoped
class EntitlementFeed {
  private final Inbox inbox;
  private final Entitlements entitlements;

  EntitlementFeed(Inbox inbox, Entitlements entitlements) {
    this.inbox = inbox;
    this.entitlements = entitlements;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.ACCESS_EVENTS, AccessEvent.class, this::apply);
  }

  @Incoming("access-events")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<AccessEvent> event) {
    return switch (event.data()) {
      case AccessGranted e -> entitlements.put(e.entitlement(), event.sequence(), true);
      case AccessRevoked e -> entitlements.put(e.entitlement(), event.sequence(), false);
    };
  }
}
