package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Occasion.StreamReminder;
import io.stallcast.notification.telling.CreatorJob.TellFollowers;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.event.streaming.StreamEvent.StreamCancelled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamChanged;
import io.stallcast.platform.event.streaming.StreamEvent.StreamEnded;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductPinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductUnpinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamReminderDue;
import io.stallcast.platform.event.streaming.StreamEvent.StreamScheduled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamStarted;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells of streams: followers that one has begun, and who wanted so that one is about to. */
@ApplicationScoped
class StreamFeed {
  private final Inbox inbox;
  private final Telling telling;
  private final Outbox outbox;
  private final Freshness freshness;

  StreamFeed(Inbox inbox, Telling telling, Outbox outbox, Freshness freshness) {
    this.inbox = inbox;
    this.telling = telling;
    this.outbox = outbox;
    this.freshness = freshness;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(
        Topic.STREAMING_EVENTS, StreamEvent.class, StreamFeed::isWorthTelling, this::apply);
  }

  @Incoming("streams")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private static boolean isWorthTelling(StreamEvent event) {
    return switch (event) {
      case StreamStarted ignored -> true;
      case StreamReminderDue ignored -> true;
      case StreamScheduled ignored -> false;
      case StreamChanged ignored -> false;
      case StreamEnded ignored -> false;
      case StreamCancelled ignored -> false;
      case StreamProductPinned ignored -> false;
      case StreamProductUnpinned ignored -> false;
    };
  }

  private Uni<Void> apply(List<Envelope<StreamEvent>> events) {
    return telling
        .tell(events.stream().flatMap(this::reminder).toList())
        .chain(() -> outbox.append(events.stream().flatMap(StreamFeed::announcement).toList()));
  }

  private Stream<Tidings> reminder(Envelope<StreamEvent> event) {
    return event.data() instanceof StreamReminderDue due && freshness.has(due.scheduledFor())
        ? Stream.of(new Tidings(event, due.userId(), StreamReminder.of(due)))
        : Stream.empty();
  }

  private static Stream<OutboxMessage> announcement(Envelope<StreamEvent> event) {
    return event.data() instanceof StreamStarted started
        ? Stream.of(TellFollowers.of(event, started.stream()).now().causedBy(event))
        : Stream.empty();
  }
}
