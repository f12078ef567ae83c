package io.stallcast.streaming.planning;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.Stream;
import io.stallcast.streaming.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A creator calls a stream off that has not begun. */
@ApplicationScoped
class CancellingStream {
  private final UnitOfWork unitOfWork;
  private final Streams streams;

  CancellingStream(UnitOfWork unitOfWork, Streams streams) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
  }

  Uni<Void> cancel(UUID id, UUID creator) {
    return unitOfWork.commit(
        () -> streams.owned(id, creator).invoke(Stream::requireCancellable).chain(streams::erase));
  }
}
