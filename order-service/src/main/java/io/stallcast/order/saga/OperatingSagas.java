package io.stallcast.order.saga;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.inbox.Faults;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** What operators see and do. */
@ApplicationScoped
class OperatingSagas {
  private static final int TRIES = 5;

  private final UnitOfWork unitOfWork;
  private final Sagas sagas;
  private final Purchasing purchasing;
  private final Clock clock;

  OperatingSagas(UnitOfWork unitOfWork, Sagas sagas, Purchasing purchasing, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.sagas = sagas;
    this.purchasing = purchasing;
    this.clock = clock;
  }

  /** Sagas that are not over, or of these the stuck ones; the oldest first. */
  Uni<Page<OperatedSaga>> open(boolean onlyStuck, PageRequest page) {
    return unitOfWork.read(() ->
        sagas
            .open(onlyStuck, page)
            .map(rows -> Page.of(rows, page.limit(), OperatingSagas::cursor, this::view)));
  }

  /** Asks again for what a stuck saga waits for. */
  Uni<OperatedSaga> retry(UUID orderId) {
    return take(orderId, SagaTurn::retry);
  }

  /** Has all undone that a stuck saga has done. */
  Uni<OperatedSaga> abort(UUID orderId) {
    return take(orderId, SagaTurn::abort);
  }

  /** A late answer that comes at the same moment may win; the move is then judged anew. */
  private Uni<OperatedSaga> take(UUID orderId, Consumer<SagaTurn> move) {
    return unitOfWork
        .commit(() ->
            sagas
                .find(orderId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("saga"))
                .call(saga -> purchasing.take(saga, move))
                .map(this::view))
        .onFailure(Faults::isConflict)
        .retry()
        .atMost(TRIES);
  }

  private OperatedSaga view(Saga saga) {
    return OperatedSaga.of(saga, clock.instant());
  }

  private static Cursor cursor(Saga saga) {
    return Cursor.of(saga.startedAt(), saga.orderId());
  }
}
