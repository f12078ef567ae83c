package io.stallcast.payment.access;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.AccessCommand;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.event.order.AccessCommand.RevokeAccess;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class AccessCommands {
  private final Inbox inbox;
  private final GrantingAccess granting;
  private final RevokingAccess revoking;

  AccessCommands(Inbox inbox, GrantingAccess granting, RevokingAccess revoking) {
    this.inbox = inbox;
    this.granting = granting;
    this.revoking = revoking;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.apart(Topic.ACCESS_COMMANDS, AccessCommand.class, this::apply);
  }

  @Incoming("access-commands")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<AccessCommand> envelope) {
    return switch (envelope.data()) {
      case GrantAccess command -> granting.grant(command);
      case RevokeAccess command -> revoking.revoke(command);
    };
  }
}
