package io.stallcast.chat;

import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.event.streaming.StreamEvent.StreamCancelled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamChanged;
import io.stallcast.platform.event.streaming.StreamEvent.StreamEnded;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductPinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductUnpinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamReminderDue;
import io.stallcast.platform.event.streaming.StreamEvent.StreamScheduled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamStarted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stream's room.
 *
 * @param id the stream's
 * @param version of the stream
 * @param productIds each of them lets in; empty where everybody is
 */
public record Room(
    UUID id, long version, UUID creatorId, String policy, List<UUID> productIds, Status status) {
  /** Whether it is written in. */
  public enum Status {
    OPEN,
    /** The stream has ended: it is only read. */
    CLOSED,
    /** The stream was called off: there is no such room. */
    GONE
  }

  private static final String FREE = "free";
  private static final String ENDED = "ended";

  public Room {
    productIds = List.copyOf(productIds);
  }

  /** The room as an event of its stream tells; empty where it tells nothing of it. */
  public static Optional<Room> of(StreamEvent event) {
    return switch (event) {
      case StreamScheduled e -> Optional.of(of(e.stream()));
      case StreamChanged e -> Optional.of(of(e.stream()));
      case StreamStarted e -> Optional.of(of(e.stream()));
      case StreamEnded e -> Optional.of(of(e.stream()));
      case StreamProductPinned e -> Optional.of(of(e.stream()));
      case StreamProductUnpinned e -> Optional.of(of(e.stream()));
      case StreamCancelled e -> Optional.of(of(e.stream(), Status.GONE));
      case StreamReminderDue ignored -> Optional.empty();
    };
  }

  private static Room of(StreamEvent.Stream stream) {
    return of(stream, stream.status().equals(ENDED) ? Status.CLOSED : Status.OPEN);
  }

  private static Room of(StreamEvent.Stream stream, Status status) {
    return new Room(
        stream.id(),
        stream.version(),
        stream.creatorId(),
        stream.access().policy(),
        stream.access().productIds(),
        status);
  }

  public boolean isFree() {
    return policy.equals(FREE);
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  /** Whether {@code other} is what became of this one. */
  public boolean isOlderThan(Room other) {
    return version < other.version || (version == other.version && other.status == Status.GONE);
  }
}
