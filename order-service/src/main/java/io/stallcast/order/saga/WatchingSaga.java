package io.stallcast.order.saga;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows a saga as it moves on, in whichever pod it does: while somebody watches, one query at an
 * interval asks for those that have changed, of all the sagas that are watched on this pod.
 */
@ApplicationScoped
class WatchingSaga {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Map<UUID, Watched> watched = new ConcurrentHashMap<>();
  private final Sagas sagas;
  private final Multi<Map<UUID, SagaView>> changes;

  WatchingSaga(Sagas sagas, SagaConfig config) {
    this.sagas = sagas;
    this.changes = changes(config.watchInterval());
  }

  /** By how many it is watched, and the oldest version that one of them has seen last. */
  private record Watched(int watchers, long version) {
    Watched and(Watched other) {
      return new Watched(watchers + other.watchers, Math.min(version, other.version));
    }
  }

  /** As it stands; fails with a 404 problem where the buyer has no such order. */
  Uni<SagaView> now(UUID orderId, UUID buyerId) {
    return sagas.view(orderId, buyerId);
  }

  /** As it stands, and as it stands after each change, until it is over. */
  Multi<SagaView> live(UUID orderId, UUID buyerId) {
    return now(orderId, buyerId)
        .onItem()
        .transformToMulti(view ->
            Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(view), changesAfter(view)))
        .skip()
        .repetitions(Comparator.comparingLong(SagaView::version))
        .plug(WatchingSaga::untilOver);
  }

  private Multi<SagaView> changesAfter(SagaView seen) {
    var order = seen.orderId();
    return changes
        .onSubscription()
        .invoke(() -> watched.merge(order, new Watched(1, seen.version()), Watched::and))
        .onTermination()
        .invoke(() -> watched.computeIfPresent(order, (id, w) -> leave(w)))
        .select()
        .where(views -> views.containsKey(order))
        .map(views -> views.get(order))
        .onOverflow()
        .dropPreviousItems();
  }

  private static Watched leave(Watched by) {
    return by.watchers() == 1 ? null : new Watched(by.watchers() - 1, by.version());
  }

  private Multi<Map<UUID, SagaView>> changes(Duration interval) {
    return Multi.createFrom()
        .ticks()
        .every(interval)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> look())
        .onFailure()
        .retry()
        .withBackOff(interval, LONGEST_PAUSE)
        .indefinitely()
        .broadcast()
        .withCancellationAfterLastSubscriberDeparture()
        .toAllSubscribers();
  }

  private Uni<Map<UUID, SagaView>> look() {
    var known = new HashMap<UUID, Long>();
    watched.forEach((order, by) -> known.put(order, by.version()));
    return known.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : sagas
            .changed(known)
            .map(views -> views.stream().collect(toMap(SagaView::orderId, identity())))
            .invoke(views -> views.forEach(this::note));
  }

  private void note(UUID order, SagaView view) {
    watched.computeIfPresent(order, (id, by) -> new Watched(by.watchers(), view.version()));
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
