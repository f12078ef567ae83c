package io.stallcast.streaming.planning;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.streaming.StreamEvent.StreamScheduled;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamDetails;
import io.stallcast.streaming.StreamKeys;
import io.stallcast.streaming.StreamView;
import io.stallcast.streaming.StreamViews;
import io.stallcast.streaming.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A creator announces a stream, and is given the key to broadcast with. */
@ApplicationScoped
class SchedulingStream {
  private final UnitOfWork unitOfWork;
  private final Streams streams;
  private final StreamViews views;
  private final StreamKeys keys;
  private final Clock clock;

  SchedulingStream(
      UnitOfWork unitOfWork, Streams streams, StreamViews views, StreamKeys keys, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
    this.views = views;
    this.keys = keys;
    this.clock = clock;
  }

  Uni<StreamView> schedule(UUID creator, StreamDetails details) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    details.requireTimely(now);
    var stream = Stream.schedule(Identifiers.next(), creator, details, now);
    return unitOfWork
        .commit(
            () -> streams.save(stream, StreamScheduled::new).chain(() -> keys.roll(stream.id())))
        .map(key -> views.of(stream, key));
  }
}
