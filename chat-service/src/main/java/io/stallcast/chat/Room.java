package io.stallcast.chat;

import io.stallcast.platform.event.streaming.StreamEvent;
import java.util.List;
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

  /** The room of a stream as its event tells. */
  public static Room of(StreamEvent.Stream stream) {
    return of(stream, stream.status().equals(ENDED) ? Status.CLOSED : Status.OPEN);
  }

  /** The room of a stream that was called off: no version comes after. */
  public static Room gone(StreamEvent.Stream stream) {
    return of(stream, Status.GONE);
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
