package io.stallcast.streaming.reminder;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent.StreamReminderDue;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.streaming.ReminderConfig;
import io.stallcast.streaming.ReminderTimer;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamJob;
import io.stallcast.streaming.StreamJob.RemindersDue;
import io.stallcast.streaming.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Publishes who is to be reminded, some at a time, until nobody is left. */
@ApplicationScoped
class ReminderJobs {
  private final Inbox inbox;
  private final Outbox outbox;
  private final Streams streams;
  private final Reminders reminders;
  private final ReminderTimer timer;
  private final ReminderConfig config;

  ReminderJobs(
      Inbox inbox,
      Outbox outbox,
      Streams streams,
      Reminders reminders,
      ReminderTimer timer,
      ReminderConfig config) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.streams = streams;
    this.reminders = reminders;
    this.timer = timer;
    this.config = config;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.STREAMING_JOBS, StreamJob.class, this::apply);
  }

  @Incoming("streaming-jobs")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<StreamJob> job) {
    return switch (job.data()) {
      case RemindersDue due ->
          streams
              .findById(due.streamId())
              .chain(stream -> stream != null && timer.isDue(stream) ? remind(stream) : nothing());
    };
  }

  private Uni<Void> remind(Stream stream) {
    return reminders
        .take(stream.id(), stream.scheduledFor(), config.batch())
        .chain(users -> outbox.append(messages(stream, users)));
  }

  private List<OutboxMessage> messages(Stream stream, List<UUID> users) {
    var messages = new ArrayList<OutboxMessage>();
    users.forEach(user -> messages.add(message(stream, reminder(stream, user))));
    if (users.size() == config.batch()) {
      messages.add(more(stream));
    }
    return messages;
  }

  private static OutboxMessage message(Stream stream, StreamReminderDue reminder) {
    return OutboxMessage.of(Topic.STREAMING_EVENTS, stream.id(), stream.version(), reminder);
  }

  private static OutboxMessage more(Stream stream) {
    return OutboxMessage.of(Topic.STREAMING_JOBS, stream.id(), 0, new RemindersDue(stream.id()));
  }

  private static StreamReminderDue reminder(Stream stream, UUID user) {
    var now = stream.snapshot();
    return new StreamReminderDue(now.id(), now.creatorId(), now.title(), now.scheduledFor(), user);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
