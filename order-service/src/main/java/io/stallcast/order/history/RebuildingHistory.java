package io.stallcast.order.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.order.Orders;
import io.stallcast.order.history.HistoryJob.RebuildBatch;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Makes the list of orders anew from the event store, while the old one is read. */
@ApplicationScoped
class RebuildingHistory {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int BATCH = 200;

  private final UnitOfWork unitOfWork;
  private final HistoryRebuilds rebuilds;
  private final OrderHistory history;
  private final Orders orders;
  private final Outbox outbox;
  private final Inbox inbox;
  private final Clock clock;

  RebuildingHistory(
      UnitOfWork unitOfWork,
      HistoryRebuilds rebuilds,
      OrderHistory history,
      Orders orders,
      Outbox outbox,
      Inbox inbox,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.rebuilds = rebuilds;
    this.history = history;
    this.orders = orders;
    this.outbox = outbox;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Begins one, or joins the one that is running. */
  Uni<RebuildView> begin() {
    var runId = Identifiers.next();
    return unitOfWork.commit(() ->
        rebuilds
            .begin(runId, clock.instant())
            .chain(begun -> begun ? next(runId, BEFORE_ALL) : Uni.createFrom().<Void>nullItem())
            .chain(rebuilds::view));
  }

  Uni<RebuildView> progress() {
    return unitOfWork.read(rebuilds::view);
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.ORDER_JOBS, HistoryJob.class, this::apply);
  }

  @Incoming("order-jobs")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<?> apply(Envelope<HistoryJob> job) {
    return switch (job.data()) {
      case RebuildBatch batch ->
          rebuilds.ordersAfter(batch.after(), BATCH).chain(ids -> read(batch, ids));
    };
  }

  /** A batch of a run that was overtaken by another does nothing. */
  private Uni<Void> read(RebuildBatch batch, List<UUID> ids) {
    return rebuilds
        .advance(batch.runId(), ids.size())
        .chain(current -> current ? goOn(batch, ids) : Uni.createFrom().voidItem());
  }

  private Uni<Void> goOn(RebuildBatch batch, List<UUID> ids) {
    return ids.isEmpty()
        ? rebuilds.finish(clock.instant())
        : orders
            .findAll(ids)
            .chain(history::projectInShadow)
            .chain(() -> next(batch.runId(), ids.getLast()));
  }

  private Uni<Void> next(UUID runId, UUID after) {
    return outbox.append(
        OutboxMessage.of(Topic.ORDER_JOBS, runId, 0, new RebuildBatch(runId, after)));
  }
}
