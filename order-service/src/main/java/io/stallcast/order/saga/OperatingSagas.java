package io.stallcast.order.saga;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What operators see and do. */
@ApplicationScoped
class OperatingSagas {
  private final UnitOfWork unitOfWork;
  private final Sagas sagas;
  private final Purchasing purchasing;

  OperatingSagas(UnitOfWork unitOfWork, Sagas sagas, Purchasing purchasing) {
    this.unitOfWork = unitOfWork;
    this.sagas = sagas;
    this.purchasing = purchasing;
  }

  /** Sagas that are not over, or of these the stuck ones; the oldest first. */
  Uni<Page<SagaView>> open(boolean onlyStuck, PageRequest page) {
    return unitOfWork.read(() ->
        sagas
            .open(onlyStuck, page)
            .map(rows -> Page.of(rows, page.limit(), OperatingSagas::cursor, SagaView::of)));
  }

  /** Asks again for what a stuck saga waits for. */
  Uni<SagaView> retry(UUID orderId) {
    return unitOfWork.commit(() ->
        sagas
            .find(orderId)
            .onItem()
            .ifNull()
            .failWith(() -> ProblemException.notFound("saga"))
            .call(saga -> purchasing.take(saga, SagaTurn::retry))
            .map(SagaView::of));
  }

  private static Cursor cursor(Saga saga) {
    return Cursor.of(saga.startedAt(), saga.orderId());
  }
}
