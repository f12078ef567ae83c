package io.stallcast.streaming.planning;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.event.streaming.StreamEvent.StreamChanged;
import io.stallcast.platform.patch.MergePatches;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamDetails;
import io.stallcast.streaming.StreamView;
import io.stallcast.streaming.StreamViews;
import io.stallcast.streaming.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** A creator changes what a stream says, unless somebody else was first. */
@ApplicationScoped
class ChangingStream {
  private final UnitOfWork unitOfWork;
  private final Streams streams;
  private final StreamViews views;
  private final MergePatches patches;
  private final Clock clock;

  ChangingStream(
      UnitOfWork unitOfWork,
      Streams streams,
      StreamViews views,
      MergePatches patches,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
    this.views = views;
    this.patches = patches;
    this.clock = clock;
  }

  /**
   * Applies a merge patch.
   *
   * @param version the version that the creator has read
   * @return the stream as it is now; fails with 412 where it is of another version
   */
  Uni<StreamView> change(UUID id, UUID creator, long version, JsonNode patch) {
    return unitOfWork
        .commit(() ->
            streams
                .owned(id, creator)
                .invoke(stream -> ETags.requirePresent(stream.version(), version))
                .call(stream -> apply(stream, patch)))
        .map(views::of);
  }

  private Uni<Void> apply(Stream stream, JsonNode patch) {
    return patches.apply(stream.details(), patch).chain(details -> change(stream, details));
  }

  private Uni<Void> change(Stream stream, StreamDetails details) {
    var before = stream.details();
    if (!Objects.equals(details.scheduledFor(), before.scheduledFor())) {
      details.requireTimely(clock.instant());
    }
    stream.change(details);
    return details.equals(before)
        ? Uni.createFrom().voidItem()
        : streams.save(stream, StreamChanged::new);
  }
}
