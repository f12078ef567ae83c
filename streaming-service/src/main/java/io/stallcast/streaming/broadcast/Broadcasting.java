package io.stallcast.streaming.broadcast;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.streaming.StreamEvent.StreamEnded;
import io.stallcast.platform.event.streaming.StreamEvent.StreamStarted;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamKeys;
import io.stallcast.streaming.StreamView;
import io.stallcast.streaming.StreamViews;
import io.stallcast.streaming.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A creator goes on air and off it; saying so twice changes nothing more. */
@ApplicationScoped
class Broadcasting {
  private final UnitOfWork unitOfWork;
  private final Streams streams;
  private final StreamViews views;
  private final StreamKeys keys;
  private final Clock clock;

  Broadcasting(
      UnitOfWork unitOfWork, Streams streams, StreamViews views, StreamKeys keys, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
    this.views = views;
    this.keys = keys;
    this.clock = clock;
  }

  Uni<StreamView> start(UUID id, UUID creator) {
    return unitOfWork.commit(() -> streams.owned(id, creator).call(this::start)).map(views::of);
  }

  Uni<StreamView> stop(UUID id, UUID creator) {
    return unitOfWork.commit(() -> streams.owned(id, creator).call(this::stop)).map(views::of);
  }

  /** A new key; the one before is worth nothing from now on. */
  Uni<FreshKey> rollKey(UUID id, UUID creator) {
    return unitOfWork
        .commit(() ->
            streams
                .owned(id, creator)
                .invoke(Stream::requireKeyed)
                .chain(stream -> keys.roll(stream.id())))
        .map(key -> new FreshKey(key.value()));
  }

  private Uni<Void> start(Stream stream) {
    return stream.start(now())
        ? streams.save(stream, StreamStarted::new)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> stop(Stream stream) {
    return stream.stop(now())
        ? streams.save(stream, StreamEnded::new)
        : Uni.createFrom().voidItem();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
