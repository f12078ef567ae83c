package io.stallcast.platform.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Has consumers finish what they have, commit their offsets and leave their groups as the first
 * thing when the process stops. By itself the connector does so at the very end, when the database
 * can no longer be reached: records would be waited for in vain, and partitions be away for long.
 */
@ApplicationScoped
class LastRecords {
  private static final int BEFORE_THE_RELAY = 1000;

  private final Inbox inbox;
  private final KafkaConnector connector;

  LastRecords(Inbox inbox, @Connector(KafkaConnector.CONNECTOR_NAME) KafkaConnector connector) {
    this.inbox = inbox;
    this.connector = connector;
  }

  void finish(@Observes @Priority(BEFORE_THE_RELAY) ShutdownEvent stopping)
      throws InterruptedException {
    inbox.drain();
    connector.terminate(stopping);
  }
}
