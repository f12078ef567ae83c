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
import java.util.List;
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
    consumptions.together(Topic.ACCESS_COMMANDS, AccessCommand.class, this::apply);
  }

  @Incoming("access-commands")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  /** The grants first: of what is revoked, none can follow any more. */
  private Uni<Void> apply(List<Envelope<AccessCommand>> commands) {
    return granting
        .grant(those(GrantAccess.class, commands))
        .chain(() -> revoking.revoke(those(RevokeAccess.class, commands)));
  }

  private static <C extends AccessCommand> List<Asked<C>> those(
      Class<C> kind, List<Envelope<AccessCommand>> commands) {
    return commands.stream()
        .filter(command -> kind.isInstance(command.data()))
        .map(command -> new Asked<>(command, kind.cast(command.data())))
        .toList();
  }

  /** A command, and the event that it came in. */
  record Asked<C>(Envelope<?> event, C command) {}
}
