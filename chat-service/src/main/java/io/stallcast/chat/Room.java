package io.stallcast.chat;

import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.catalog.ProductEvent;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A stream's room, or a course's.
 *
 * @param id the stream's, or the product's
 * @param version of the stream, or of the product
 * @param productIds each of them lets in; empty where everybody is
 */
public record Room(
    UUID id,
    Kind kind,
    long version,
    UUID creatorId,
    String policy,
    List<UUID> productIds,
    Status status) {
  /** What it is the room of. */
  public enum Kind {
    STREAM,
    COURSE;

    /** The name in JSON. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is written in. */
  public enum Status {
    OPEN,
    /** The stream has ended, or the course is archived: it is only read. */
    CLOSED,
    /** The stream was called off, or the course deleted: there is no such room. */
    GONE;

    /** The name in JSON. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String FREE = "free";
  private static final String PURCHASE = "purchase";
  private static final String ENDED = "ended";
  private static final String PUBLISHED = "published";
  private static final String COURSE = "course";
  private static final UUID NOBODY = new UUID(0, 0);

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

  /** The room as an event of a product tells; empty where it has none. */
  public static Optional<Room> of(Envelope<ProductEvent> event) {
    return event
        .data()
        .state()
        .map(Room::of)
        .orElseGet(() -> Optional.of(gone(UUID.fromString(event.subject()), event.sequence())));
  }

  private static Room of(StreamEvent.Stream stream) {
    return of(stream, stream.status().equals(ENDED) ? Status.CLOSED : Status.OPEN);
  }

  private static Room of(StreamEvent.Stream stream, Status status) {
    return new Room(
        stream.id(),
        Kind.STREAM,
        stream.version(),
        stream.creatorId(),
        stream.access().policy(),
        stream.access().productIds(),
        status);
  }

  private static Optional<Room> of(ProductEvent.Product product) {
    return product.kind().equals(COURSE) && product.publishedAt() != null
        ? Optional.of(ofCourse(product))
        : Optional.empty();
  }

  private static Room ofCourse(ProductEvent.Product course) {
    return new Room(
        course.id(),
        Kind.COURSE,
        course.version(),
        course.creatorId(),
        PURCHASE,
        List.of(course.id()),
        course.status().equals(PUBLISHED) ? Status.OPEN : Status.CLOSED);
  }

  /** Of a product that was deleted nothing else is told, not even whether it was a course. */
  private static Room gone(UUID product, long version) {
    return new Room(product, Kind.COURSE, version, NOBODY, PURCHASE, List.of(product), Status.GONE);
  }

  public boolean isFree() {
    return policy.equals(FREE);
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  public boolean isGone() {
    return status == Status.GONE;
  }

  /** Whether {@code other} is what became of this one. */
  public boolean isOlderThan(Room other) {
    return version < other.version || (version == other.version && other.isGone());
  }
}
