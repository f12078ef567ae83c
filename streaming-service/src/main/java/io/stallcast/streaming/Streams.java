package io.stallcast.streaming;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.event.streaming.StreamEvent.StreamCancelled;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import java.util.function.Function;

/** The streams, and the telling of what happens to them. */
@ApplicationScoped
public class Streams implements PanacheRepositoryBase<Stream, UUID> {
  private final Outbox outbox;
  private final ReminderTimer timer;

  Streams(Outbox outbox, ReminderTimer timer) {
    this.outbox = outbox;
    this.timer = timer;
  }

  /** A stream that anybody may know of; fails with 404 where there is none. */
  public Uni<Stream> get(UUID id) {
    return existing(findById(id));
  }

  /** A stream, locked until the unit of work ends; fails with 404 where there is none. */
  public Uni<Stream> held(UUID id) {
    return existing(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** {@code creator}'s stream, locked until the unit of work ends; fails with 404. */
  public Uni<Stream> owned(UUID id, UUID creator) {
    return existing(
        find("id = ?1 and creatorId = ?2", id, creator)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResult());
  }

  /**
   * Writes the stream and tells its state, under the version that the write gave it. Its reminders
   * come due as it says now.
   */
  public Uni<Void> save(Stream stream, Function<StreamEvent.Stream, StreamEvent> what) {
    return persistAndFlush(stream)
        .chain(saved -> tell(saved.id(), saved.version(), what.apply(saved.snapshot())))
        .chain(() -> timer.set(stream));
  }

  /** Deletes a stream that was called off, and all that hangs on it. */
  public Uni<Void> erase(Stream stream) {
    return delete(stream)
        .chain(
            () -> tell(stream.id(), stream.version() + 1, new StreamCancelled(stream.snapshot())))
        .chain(() -> timer.cancel(stream.id()));
  }

  private Uni<Void> tell(UUID id, long version, StreamEvent event) {
    return outbox.append(OutboxMessage.of(Topic.STREAMING_EVENTS, id, version, event));
  }

  private static Uni<Stream> existing(Uni<Stream> found) {
    return found.onItem().ifNull().failWith(() -> ProblemException.notFound("stream"));
  }
}
