package io.stallcast.streaming.shopping;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductPinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductUnpinned;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.StreamView;
import io.stallcast.streaming.StreamViews;
import io.stallcast.streaming.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A creator shows a product beside the stream, or none. */
@ApplicationScoped
class PinningProduct {
  private final UnitOfWork unitOfWork;
  private final Streams streams;
  private final StreamViews views;

  PinningProduct(UnitOfWork unitOfWork, Streams streams, StreamViews views) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
    this.views = views;
  }

  Uni<StreamView> pin(UUID id, UUID creator, UUID productId) {
    return unitOfWork
        .commit(() -> streams.owned(id, creator).call(stream -> pin(stream, productId)))
        .map(views::of);
  }

  Uni<Void> unpin(UUID id, UUID creator) {
    return unitOfWork.commit(() -> streams.owned(id, creator).chain(this::unpin));
  }

  private Uni<Void> pin(Stream stream, UUID productId) {
    return stream.pin(productId)
        ? streams.save(stream, StreamProductPinned::new)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> unpin(Stream stream) {
    return stream.unpin()
        ? streams.save(stream, StreamProductUnpinned::new)
        : Uni.createFrom().voidItem();
  }
}
