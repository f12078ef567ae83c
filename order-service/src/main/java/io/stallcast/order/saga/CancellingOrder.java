package io.stallcast.order.saga;

import io.smallrye.mutiny.Uni;
import io.stallcast.order.OrderView;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.UUID;
import org.hibernate.StaleStateException;

/** Notes a buyer's wish to cancel. */
@ApplicationScoped
class CancellingOrder {
  private static final int TRIES = 5;

  private final UnitOfWork unitOfWork;
  private final Sagas sagas;
  private final Purchasing purchasing;

  CancellingOrder(UnitOfWork unitOfWork, Sagas sagas, Purchasing purchasing) {
    this.unitOfWork = unitOfWork;
    this.sagas = sagas;
    this.purchasing = purchasing;
  }

  /** A reply that comes at the same moment may win; the wish is then decided on anew. */
  Uni<OrderView> cancel(UUID orderId, UUID buyerId) {
    return unitOfWork
        .commit(() -> wish(orderId, buyerId))
        .onFailure(CancellingOrder::isConflict)
        .retry()
        .atMost(TRIES);
  }

  private Uni<OrderView> wish(UUID orderId, UUID buyerId) {
    return sagas
        .findOwn(orderId, buyerId)
        .chain(saga ->
            purchasing
                .take(saga, SagaTurn::cancel)
                .map(order -> OrderView.of(order, saga.details())));
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof OptimisticLockException || failure instanceof StaleStateException;
  }
}
