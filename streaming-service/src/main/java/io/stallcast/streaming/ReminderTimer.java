package io.stallcast.streaming;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.streaming.StreamJob.RemindersDue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * When a stream's reminders are due: some time before it begins, and at its beginning for those who
 * asked later than that. One timer for a stream, however many want to be reminded.
 */
@ApplicationScoped
public class ReminderTimer {
  private final Outbox outbox;
  private final ReminderConfig config;
  private final Clock clock;

  ReminderTimer(Outbox outbox, ReminderConfig config, Clock clock) {
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  /** Sets the timer as the stream says now, in the unit of work under way. */
  public Uni<Void> set(Stream stream) {
    return stream.isAwaited()
        ? outbox.append(
            OutboxMessage.of(Topic.STREAMING_JOBS, stream.id(), 0, new RemindersDue(stream.id()))
                .at(nextMoment(stream), key(stream.id())))
        : cancel(stream.id());
  }

  /** Whether it is time to remind of the stream. */
  public boolean isDue(Stream stream) {
    return stream.isAwaited() && !clock.instant().isBefore(lead(stream));
  }

  Uni<Void> cancel(UUID streamId) {
    return outbox.cancel(key(streamId)).replaceWithVoid();
  }

  private Instant nextMoment(Stream stream) {
    return isDue(stream) ? stream.scheduledFor() : lead(stream);
  }

  private Instant lead(Stream stream) {
    return stream.scheduledFor().minus(config.lead());
  }

  private static String key(UUID streamId) {
    return "reminders:" + streamId;
  }
}
