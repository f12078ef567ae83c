package io.stallcast.order.saga;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.Order;
import io.stallcast.order.Orders;
import io.stallcast.order.PurchaseDetails;
import io.stallcast.order.Purchases;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Takes the turns of purchases, each with all it causes in the unit of work under way. */
@ApplicationScoped
class Purchasing implements Purchases {
  private final Sagas sagas;
  private final Orders orders;
  private final Outbox outbox;
  private final SagaMetrics metrics;
  private final Patience patience;
  private final Clock clock;

  Purchasing(
      Sagas sagas,
      Orders orders,
      Outbox outbox,
      SagaMetrics metrics,
      SagaConfig config,
      Clock clock) {
    this.sagas = sagas;
    this.orders = orders;
    this.outbox = outbox;
    this.metrics = metrics;
    this.patience = new Patience(config, () -> ThreadLocalRandom.current().nextDouble());
    this.clock = clock;
  }

  @Override
  public Uni<Void> begin(Order order, String paymentToken) {
    var traceId = Span.current().getSpanContext().getTraceId();
    var saga = new Saga(Identifiers.next(), order, paymentToken, traceId, clock.instant());
    var turn = move(saga, order, SagaTurn::begin);
    return sagas.add(saga).chain(() -> commit(saga, order, turn));
  }

  @Override
  public Uni<PurchaseDetails> details(UUID orderId) {
    return sagas.find(orderId).map(saga -> saga == null ? PurchaseDetails.NONE : saga.details());
  }

  /**
   * Makes a move on a saga that was found in this unit of work.
   *
   * @return the order after it; fails with OptimisticLockException where a rival was first
   */
  Uni<Order> take(Saga saga, Consumer<SagaTurn> move) {
    return orders.find(saga.orderId()).call(order -> commit(saga, order, move(saga, order, move)));
  }

  private SagaTurn move(Saga saga, Order order, Consumer<SagaTurn> move) {
    var turn = new SagaTurn(saga, order, patience, clock.instant());
    move.accept(turn);
    return turn;
  }

  private Uni<Void> commit(Saga saga, Order order, SagaTurn turn) {
    return orders
        .save(order)
        .chain(() -> outbox.append(turn.messages()))
        .chain(() -> saga.state().isOver() ? close(saga) : Uni.createFrom().voidItem());
  }

  private Uni<Void> close(Saga saga) {
    return outbox.cancel(saga.timerKey()).invoke(() -> metrics.ended(saga)).replaceWithVoid();
  }
}
