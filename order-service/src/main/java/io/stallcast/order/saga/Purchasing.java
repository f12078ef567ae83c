package io.stallcast.order.saga;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.Changes;
import io.stallcast.order.Order;
import io.stallcast.order.Orders;
import io.stallcast.order.PurchaseDetails;
import io.stallcast.order.Purchases;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

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
    var moved = move(saga, order, SagaTurn::begin);
    return sagas.add(saga).chain(() -> commit(List.of(moved)));
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
    return orders.find(saga.orderId()).call(order -> commit(List.of(move(saga, order, move))));
  }

  /**
   * Takes the turns that replies to several sagas ask for, in their order, each in the trace of its
   * reply; all are read at once, and written at once.
   *
   * @return fails with InvalidRecordException where a reply belongs to no saga, with
   *     OptimisticLockException where a rival was first
   */
  Uni<Void> takeAll(List<Envelope<SagaReply>> replies) {
    var ids = replies.stream().map(reply -> reply.data().orderId()).collect(toSet());
    return sagas
        .findAll(ids)
        .chain(found ->
            orders
                .findAll(ids)
                .map(all -> replies.stream().map(turning(found, all)).toList())
                .chain(this::commit));
  }

  private Function<Envelope<SagaReply>, Moved> turning(List<Saga> found, List<Order> all) {
    var sagaOf = found.stream().collect(toMap(Saga::orderId, identity()));
    var orderOf = all.stream().collect(toMap(Order::id, identity()));
    return reply -> {
      var saga = sagaOf.get(reply.data().orderId());
      if (saga == null) {
        throw new InvalidRecordException("no saga for order " + reply.data().orderId());
      }
      return move(saga, orderOf.get(saga.orderId()), turn -> turn.on(reply.data())).causedBy(reply);
    };
  }

  private Moved move(Saga saga, Order order, Consumer<SagaTurn> move) {
    var turn = new SagaTurn(saga, order, patience, clock.instant());
    move.accept(turn);
    return new Moved(saga, orders.take(order), turn.messages());
  }

  private Uni<Void> commit(List<Moved> moves) {
    return orders
        .save(moves.stream().map(Moved::changes).toList())
        .chain(() -> outbox.append(moves.stream().flatMap(m -> m.messages().stream()).toList()))
        .chain(() -> close(moves.stream().map(Moved::saga).filter(s -> s.state().isOver())));
  }

  private Uni<Void> close(Stream<Saga> over) {
    var sagas = over.collect(toSet());
    return outbox
        .cancel(sagas.stream().map(Saga::timerKey).toList())
        .invoke(() -> sagas.forEach(metrics::ended));
  }

  /** What a turn has left to be written. */
  private record Moved(Saga saga, Changes changes, List<OutboxMessage> messages) {
    Moved causedBy(Envelope<?> cause) {
      return new Moved(
          saga,
          changes.causedBy(cause),
          messages.stream().map(message -> message.causedBy(cause)).toList());
    }
  }
}
