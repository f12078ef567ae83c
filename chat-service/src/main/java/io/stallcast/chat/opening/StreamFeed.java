package io.stallcast.chat.opening;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Room;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Opens and closes rooms as their streams come and go. */
@ApplicationScoped
class StreamFeed {
  /** A stream that was called off has no later version. */
  private static final String UPSERT =
      """
      insert into room (id, version, creator_id, access_policy, product_ids, status)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do update
      set version = excluded.version, access_policy = excluded.access_policy,
          product_ids = excluded.product_ids, status = excluded.status
      where room.version < excluded.version
         or (room.version = excluded.version and excluded.status = 'GONE')
      """;

  private final Inbox inbox;

  StreamFeed(Inbox inbox) {
    this.inbox = inbox;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.STREAMING_EVENTS, StreamEvent.class, this::apply);
  }

  @Incoming("streaming-events")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<StreamEvent> event) {
    return Room.of(event.data()).map(StreamFeed::put).orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static Uni<Void> put(Room room) {
    return Statements.update(
            UPSERT,
            room.id(),
            room.version(),
            room.creatorId(),
            room.policy(),
            room.productIds().toArray(UUID[]::new),
            room.status().name())
        .replaceWithVoid();
  }
}
