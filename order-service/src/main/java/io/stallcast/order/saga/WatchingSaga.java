package io.stallcast.order.saga;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows a saga as it moves on, in whichever pod it does: while somebody watches, one query at an
 * interval asks for the versions of all the sagas that are watched on this pod.
 */
@ApplicationScoped
class WatchingSaga {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Map<UUID, Integer> watched = new ConcurrentHashMap<>();
  private final Sagas sagas;
  private final UnitOfWork unitOfWork;
  private final Multi<Map<UUID, Long>> versions;

  WatchingSaga(Sagas sagas, UnitOfWork unitOfWork, SagaConfig config) {
    this.sagas = sagas;
    this.unitOfWork = unitOfWork;
    this.versions = versions(config.watchInterval());
  }

  /** As it stands; fails with a 404 problem where the buyer has no such order. */
  Uni<SagaView> now(UUID orderId, UUID buyerId) {
    return unitOfWork.read(() -> sagas.findOwn(orderId, buyerId).map(SagaView::of));
  }

  /** As it stands, and as it stands after each change, until it is over. */
  Multi<SagaView> live(UUID orderId, UUID buyerId) {
    return now(orderId, buyerId)
        .toMulti()
        .onCompletion()
        .switchTo(() -> changes(orderId, buyerId))
        .skip()
        .repetitions(Comparator.comparingLong(SagaView::version))
        .plug(WatchingSaga::untilOver);
  }

  private Multi<SagaView> changes(UUID orderId, UUID buyerId) {
    return versions
        .onSubscription()
        .invoke(() -> watched.merge(orderId, 1, Integer::sum))
        .onTermination()
        .invoke(() -> watched.computeIfPresent(orderId, (id, n) -> n == 1 ? null : n - 1))
        .onItem()
        .transformToMultiAndConcatenate(
            all -> Multi.createFrom().optional(Optional.ofNullable(all.get(orderId))))
        .skip()
        .repetitions()
        .onItem()
        .transformToUniAndConcatenate(version -> now(orderId, buyerId));
  }

  private Multi<Map<UUID, Long>> versions(Duration interval) {
    return Multi.createFrom()
        .ticks()
        .every(interval)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> sagas.versions(watched.keySet()))
        .onFailure()
        .retry()
        .withBackOff(interval, LONGEST_PAUSE)
        .indefinitely()
        .broadcast()
        .withCancellationAfterLastSubscriberDeparture()
        .toAllSubscribers()
        .onOverflow()
        .dropPreviousItems();
  }

  /** The last view is shown, too. */
  private static Multi<SagaView> untilOver(Multi<SagaView> views) {
    return views
        .onItem()
        .transformToMultiAndConcatenate(view ->
            view.state().isOver()
                ? Multi.createFrom().items(Optional.of(view), Optional.<SagaView>empty())
                : Multi.createFrom().item(Optional.of(view)))
        .select()
        .first(Optional::isPresent)
        .map(Optional::get);
  }
}
