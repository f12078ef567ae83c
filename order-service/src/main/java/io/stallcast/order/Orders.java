package io.stallcast.order;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.SqlState;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The event store. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Orders {
  private final Outbox outbox;
  private final EventCodec codec;
  private final Clock clock;

  Orders(Outbox outbox, EventCodec codec, Clock clock) {
    this.outbox = outbox;
    this.codec = codec;
    this.clock = clock;
  }

  /**
   * Appends what was recorded on {@code order} and publishes it.
   *
   * @return fails with OptimisticLockException where a rival has appended since it was loaded; the
   *     transaction is lost then
   */
  public Uni<Void> save(Order order) {
    return save(List.of(take(order)));
  }

  /** As the other, for what was taken from several orders. */
  public Uni<Void> save(List<Changes> changes) {
    return insert(changes.stream().flatMap(taken -> taken.rows().stream()).toList())
        .chain(() ->
            outbox.append(changes.stream().flatMap(taken -> taken.messages().stream()).toList()));
  }

  /** Takes what was recorded on an order and is not stored yet: whoever has it must save it. */
  public Changes take(Order order) {
    var expected = order.storedVersion();
    var rows = new ArrayList<StoredEvent>();
    var messages = new ArrayList<OutboxMessage>();
    for (var event : order.takeChanges()) {
      var version = expected + rows.size() + 1;
      rows.add(stored(order, version, event));
      messages.add(OutboxMessage.of(Topic.ORDER_EVENTS, order.id(), version, event));
    }
    return new Changes(rows, messages);
  }

  /** The order; fails with a 404 problem where there is none. */
  public Uni<Order> find(UUID orderId) {
    return select("where order_id = $1 order by version", orderId)
        .map(rows -> Order.replay(events(found(rows))));
  }

  /** Those of these orders that exist. */
  public Uni<List<Order>> findAll(Collection<UUID> orderIds) {
    return select(
            "where order_id = any($1) order by order_id, version",
            (Object) orderIds.toArray(UUID[]::new))
        .map(this::replayAll);
  }

  /** A buyer's own order as it was then; fails with a 404 problem where there was none. */
  public Uni<Order> findOwn(UUID orderId, UUID buyerId, Instant at) {
    return rowsOf(orderId, buyerId, at).map(rows -> Order.replay(events(rows)));
  }

  /**
   * The events of a buyer's own order until then; fails with a 404 problem where there are none.
   */
  public Uni<List<RecordedEvent>> history(UUID orderId, UUID buyerId, Instant until) {
    return rowsOf(orderId, buyerId, until).map(rows -> rows.stream().map(this::recorded).toList());
  }

  private static Uni<List<StoredEvent>> rowsOf(UUID orderId, UUID buyerId, Instant until) {
    return select(
            "where order_id = $1 and buyer_id = $2 and occurred_at <= $3 order by version",
            orderId,
            buyerId,
            until.atOffset(ZoneOffset.UTC))
        .map(Orders::found);
  }

  private static Uni<List<StoredEvent>> select(String which, Object... parameters) {
    return Statements.select(
            "select " + StoredEvent.COLUMNS + " from order_event " + which, parameters)
        .map(rows -> rows.stream().map(StoredEvent::of).toList());
  }

  private static Uni<Void> insert(List<StoredEvent> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : Statements.update(StoredEvent.INSERT, StoredEvent.parameters(rows))
            .onFailure(failure -> SqlState.is(failure, SqlState.UNIQUE_VIOLATION))
            .transform(rival -> new OptimisticLockException("another event came first", rival))
            .replaceWithVoid();
  }

  private static List<StoredEvent> found(List<StoredEvent> rows) {
    if (rows.isEmpty()) {
      throw ProblemException.notFound("order");
    }
    return rows;
  }

  private List<Order> replayAll(List<StoredEvent> rows) {
    var byOrder = new LinkedHashMap<UUID, List<StoredEvent>>();
    rows.forEach(r -> byOrder.computeIfAbsent(r.orderId(), id -> new ArrayList<>()).add(r));
    return byOrder.values().stream().map(this::events).map(Order::replay).toList();
  }

  private List<OrderEvent> events(List<StoredEvent> rows) {
    return rows.stream().map(this::event).toList();
  }

  private OrderEvent event(StoredEvent row) {
    return codec.decode(OrderEvent.class, row.type(), row.data());
  }

  private RecordedEvent recorded(StoredEvent row) {
    return new RecordedEvent(row.version(), row.type(), row.occurredAt(), event(row));
  }

  private StoredEvent stored(Order order, long version, OrderEvent event) {
    var at =
        event instanceof OrderEvent.OrderCreated created ? created.placedAt() : clock.instant();
    return StoredEvent.of(order, version, codec.type(event), codec.encode(event), at);
  }
}
