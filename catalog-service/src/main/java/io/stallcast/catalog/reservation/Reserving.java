package io.stallcast.catalog.reservation;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.CatalogProblem;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Another service holds units for a while, or gives them back; no saga is involved. */
@ApplicationScoped
class Reserving {
  private final UnitOfWork unitOfWork;
  private final Warehouses warehouses;
  private final Outbox outbox;
  private final StockRejections rejections;
  private final ReservationConfig config;
  private final Clock clock;

  Reserving(
      UnitOfWork unitOfWork,
      Warehouses warehouses,
      Outbox outbox,
      StockRejections rejections,
      ReservationConfig config,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.warehouses = warehouses;
    this.outbox = outbox;
    this.rejections = rejections;
    this.config = config;
    this.clock = clock;
  }

  /** Holds all units, or fails with the refusal; the same answer whenever it is asked again. */
  Uni<ReservationView> reserve(ReserveUnits request) {
    var expiry = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(config.timeToLive());
    var wish = request.toHoldRequest(expiry);
    return unitOfWork
        .commit(() -> hold(wish))
        // two first requests for one order: the second finds what the first has written
        .onFailure(ConstraintViolationException.class)
        .retry()
        .atMost(1)
        .invoke(Answer::throwIfRefused)
        .map(answer -> ReservationView.of(answer.reservation()));
  }

  private Uni<Answer> hold(HoldRequest wish) {
    return warehouses
        .open(Set.of(wish.orderId()), List.of(wish))
        .chain(warehouse -> {
          var refusal = warehouse.hold(wish);
          refusal.ifPresent(rejections::count);
          return write(warehouse)
              .replaceWith(() -> new Answer(warehouse.reservation(wish.orderId()), refusal));
        });
  }

  /** Gives the units back; 409 where a saga owns them. */
  Uni<ReservationView> release(UUID orderId) {
    return unitOfWork
        .commit(() -> giveBack(orderId).call(() -> outbox.cancel(ReservationJob.timer(orderId))))
        .invoke(Reserving::requireNoSaga)
        .map(ReservationView::of);
  }

  /** Gives back what no saga owns, in the unit of work under way. */
  Uni<Reservation> giveBack(UUID orderId) {
    return warehouses
        .open(Set.of(orderId), List.of())
        .invoke(warehouse -> warehouse.release(orderId, null))
        .call(this::write)
        .map(warehouse -> warehouse.reservation(orderId));
  }

  private Uni<Void> write(Warehouse warehouse) {
    var timers =
        warehouse.added().stream()
            .filter(Reservation::isHeld)
            .map(ReservationJob::expiryOf)
            .toList();
    return warehouses
        .close(warehouse)
        .chain(news -> outbox.append(news))
        .chain(() -> outbox.append(timers));
  }

  private static void requireNoSaga(Reservation reservation) {
    if (reservation.isSagas()) {
      throw CatalogProblem.RESERVED_BY_SAGA.because("Its saga will release it, or commit it.");
    }
  }

  private record Answer(Reservation reservation, Optional<Refusal> refusal) {
    void throwIfRefused() {
      refusal.ifPresent(because -> {
        throw because.asProblem();
      });
    }
  }
}
