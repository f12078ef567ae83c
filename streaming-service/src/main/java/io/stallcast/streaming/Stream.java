package io.stallcast.streaming;

import static io.stallcast.streaming.StreamStatus.ENDED;
import static io.stallcast.streaming.StreamStatus.LIVE;
import static io.stallcast.streaming.StreamStatus.SCHEDULED;

import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What a creator broadcasts. Each change raises the version, which is also its ETag. */
@Entity
public class Stream {
  /** Streams whose time is open are listed behind all others. */
  @Id private UUID id;

  /** From 1: an event's sequence of 0 means that the aggregate has none. */
  @Version private long version = 1;

  private UUID creatorId;

  @Enumerated(EnumType.STRING)
  private StreamStatus status;

  private String title;
  private String description;
  private String category;
  private String pictureUrl;

  @Enumerated(EnumType.STRING)
  private AccessPolicy accessPolicy;

  private UUID[] productIds;
  private UUID pinnedProductId;
  private Instant createdAt;
  private Instant scheduledFor;
  private Instant startedAt;
  private Instant endedAt;
  private Instant listedAt;

  protected Stream() {}

  /** A new stream, announced. */
  public static Stream schedule(UUID id, UUID creatorId, StreamDetails details, Instant now) {
    var stream = new Stream();
    stream.id = id;
    stream.creatorId = creatorId;
    stream.status = SCHEDULED;
    stream.createdAt = now;
    stream.describe(details);
    return stream;
  }

  /** Goes on air; false where it is already. */
  public boolean start(Instant now) {
    if (status == ENDED) {
      throw illegal("started");
    }
    if (status == LIVE) {
      return false;
    }
    status = LIVE;
    startedAt = now;
    listedAt = now;
    return true;
  }

  /** Goes off air; false where it did already. */
  public boolean stop(Instant now) {
    if (status == SCHEDULED) {
      throw illegal("stopped");
    }
    if (status == ENDED) {
      return false;
    }
    status = ENDED;
    endedAt = now;
    listedAt = now;
    return true;
  }

  /** Who watches has settled for a time and a price: those change before it begins only. */
  public void change(StreamDetails details) {
    if (status != SCHEDULED && !isSettledAs(details)) {
      throw illegal("given another time or other access");
    }
    describe(details);
  }

  /** Shows a product beside the stream; false where it is shown already. */
  public boolean pin(UUID productId) {
    requireNotEnded("given a product");
    return show(productId);
  }

  /** Shows no product any more; false where none is shown. */
  public boolean unpin() {
    requireNotEnded("rid of a product");
    return show(null);
  }

  private boolean show(UUID productId) {
    var changes = !Objects.equals(pinnedProductId, productId);
    pinnedProductId = productId;
    return changes;
  }

  /** May be called off: nobody has seen anything of it yet. */
  public void requireCancellable() {
    if (status != SCHEDULED) {
      throw illegal("called off");
    }
  }

  /** May have a new key: somebody may still broadcast with it. */
  public void requireKeyed() {
    requireNotEnded("given a key");
  }

  /** May be waited for: it has not begun. */
  public void requireAwaitable() {
    if (status != SCHEDULED) {
      throw illegal("waited for");
    }
  }

  /** Whether it is still to begin, at a time that is known. */
  public boolean isAwaited() {
    return status == SCHEDULED && scheduledFor != null;
  }

  private void requireNotEnded(String change) {
    if (status == ENDED) {
      throw illegal(change);
    }
  }

  private boolean isSettledAs(StreamDetails details) {
    return Objects.equals(details.scheduledFor(), scheduledFor)
        && details.access().equals(access());
  }

  private void describe(StreamDetails details) {
    title = details.title();
    description = details.description();
    category = details.category();
    pictureUrl = details.pictureUrl();
    scheduledFor = details.scheduledFor();
    accessPolicy = details.access().policy();
    productIds = details.access().productIds().toArray(UUID[]::new);
    if (status == SCHEDULED) {
      listedAt = scheduledFor == null ? Instants.DISTANT_FUTURE : scheduledFor;
    }
  }

  private RuntimeException illegal(String change) {
    return StreamingProblem.ILLEGAL_TRANSITION.because(
        "A stream that is " + status.wire() + " cannot be " + change + ".");
  }

  /** The whole state, as the events carry it. */
  public StreamEvent.Stream snapshot() {
    return new StreamEvent.Stream(
        id,
        version,
        creatorId,
        title,
        description,
        category,
        pictureUrl,
        status.wire(),
        access().toEvent(),
        pinnedProductId,
        createdAt,
        scheduledFor,
        startedAt,
        endedAt);
  }

  public StreamDetails details() {
    return new StreamDetails(title, description, category, pictureUrl, scheduledFor, access());
  }

  public AccessTerms access() {
    return new AccessTerms(accessPolicy, List.of(productIds));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID creatorId() {
    return creatorId;
  }

  public StreamStatus status() {
    return status;
  }

  /** Null where that is open. */
  public Instant scheduledFor() {
    return scheduledFor;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant listedAt() {
    return listedAt;
  }
}
