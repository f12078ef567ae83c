package io.stallcast.payment.access;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.order.AccessCommand;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class AccessCommands {
  private final Inbox inbox;
  private final GrantingAccess granting;

  AccessCommands(Inbox inbox, GrantingAccess granting) {
    this.inbox = inbox;
    this.granting = granting;
  }

  @Incoming("access-commands")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.each(records, AccessCommand.class, this::apply);
  }

  private Uni<Void> apply(Envelope<AccessCommand> envelope) {
    return switch (envelope.data()) {
      case GrantAccess command -> granting.grant(command);
    };
  }
}
