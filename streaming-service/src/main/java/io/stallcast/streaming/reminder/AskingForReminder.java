package io.stallcast.streaming.reminder;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.ReminderTimer;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * A viewer wants to be reminded of a stream, or no longer; saying so twice changes nothing more.
 */
@ApplicationScoped
class AskingForReminder {
  private final UnitOfWork unitOfWork;
  private final Streams streams;
  private final Reminders reminders;
  private final ReminderTimer timer;

  AskingForReminder(
      UnitOfWork unitOfWork, Streams streams, Reminders reminders, ReminderTimer timer) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
    this.reminders = reminders;
    this.timer = timer;
  }

  Uni<Void> ask(UUID streamId, UUID userId) {
    return unitOfWork.commit(() ->
        streams
            .held(streamId)
            .invoke(Stream::requireAwaitable)
            .call(stream -> reminders.add(streamId, userId))
            .chain(timer::set));
  }

  Uni<Void> withdraw(UUID streamId, UUID userId) {
    return unitOfWork.commit(
        () -> streams.get(streamId).chain(stream -> reminders.remove(streamId, userId)));
  }
}
