package io.stallcast.chat.opening;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Room;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Opens and closes rooms as their streams come and go. */
@ApplicationScoped
class StreamFeed {
  private final Inbox inbox;
  private final RoomTable rooms;

  StreamFeed(Inbox inbox, RoomTable rooms) {
    this.inbox = inbox;
    this.rooms = rooms;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.STREAMING_EVENTS, StreamEvent.class, this::apply);
  }

  @Incoming("streaming-events")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<StreamEvent> event) {
    return Room.of(event.data()).map(rooms::put).orElseGet(() -> Uni.createFrom().voidItem());
  }
}
