package io.stallcast.catalog.reservation;

import io.stallcast.catalog.LicenceKeys.Sale;
import io.stallcast.catalog.Stock;
import io.stallcast.catalog.StockMovement;
import io.stallcast.catalog.StockPolicy;
import io.stallcast.platform.event.InvalidRecordException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The stocks and reservations that a batch is about, locked, and what it decides about them, in
 * memory and in order. Belongs to one unit of work.
 */
final class Warehouse {
  private final Map<UUID, Reservation> reservations = new HashMap<>();
  private final Map<UUID, Stock> stocks = new HashMap<>();
  private final Offers offers;
  private final Instant now;

  private final List<Reservation> added = new ArrayList<>();
  private final List<StockMovement> movements = new ArrayList<>();
  private final List<Sale> keySales = new ArrayList<>();
  private final List<UUID> undone = new ArrayList<>();
  private final Map<UUID, Stock> changed = new LinkedHashMap<>();

  Warehouse(List<Reservation> reservations, List<Stock> stocks, Offers offers, Instant now) {
    reservations.forEach(known -> this.reservations.put(known.orderId(), known));
    stocks.forEach(stock -> this.stocks.put(stock.productId(), stock));
    this.offers = offers;
    this.now = now;
  }

  /** Holds all units of the request, or none; empty where they are held. */
  Optional<Refusal> hold(HoldRequest request) {
    var known = reservations.get(request.orderId());
    if (known != null) {
      return known.answerTo(request.sagaId());
    }
    var refusal = refusal(request);
    add(
        refusal
            .map(because -> Reservation.refused(request, because, now))
            .orElseGet(() -> held(request)));
    return refusal;
  }

  private Optional<Refusal> refusal(HoldRequest request) {
    return request.lines().stream()
        .flatMap(line -> offers.refusal(line).stream())
        .findFirst()
        .or(() -> outOfStock(request));
  }

  private Optional<Refusal> outOfStock(HoldRequest request) {
    return request.quantities().entrySet().stream()
        .filter(line -> !stocks.get(line.getKey()).has(line.getValue()))
        .findFirst()
        .map(line -> offers.outOfStock(line.getKey()));
  }

  private Reservation held(HoldRequest request) {
    var reservation = Reservation.held(request, now);
    move(reservation, (stock, units) -> stock.hold(request.orderId(), units, now));
    return reservation;
  }

  /**
   * Sells what is held for the order.
   *
   * @throws InvalidRecordException where nothing is: what was paid for cannot be handed over
   */
  void commit(UUID orderId) {
    var known = reservations.get(orderId);
    if (known == null || !(known.isHeld() || known.isCommitted())) {
      throw new InvalidRecordException("nothing is held for order " + orderId);
    }
    if (known.isHeld()) {
      known.commit(now);
      move(known, (stock, units) -> sell(stock, orderId, units));
    }
  }

  private StockMovement sell(Stock stock, UUID orderId, long units) {
    if (stock.policy() == StockPolicy.LICENCE_KEYS) {
      keySales.add(new Sale(orderId, stock.productId(), units));
    }
    return stock.sell(orderId, units, now);
  }

  /**
   * Gives back what this owner has for the order; null stands for the service API. What is sold
   * comes back only where its own saga asks: it has told no buyer of it.
   */
  void release(UUID orderId, UUID sagaId) {
    var known = reservations.get(orderId);
    if (known == null) {
      add(Reservation.tombstone(orderId, sagaId, now));
    } else if (known.isHeld() && known.isOwnedBy(sagaId)) {
      known.release(now);
      move(known, (stock, units) -> stock.release(orderId, units, now));
    } else if (known.isCommitted() && known.isSagas() && known.isOwnedBy(sagaId)) {
      takeBack(known);
    }
  }

  private void takeBack(Reservation sold) {
    sold.release(now);
    keySales.removeIf(sale -> sale.orderId().equals(sold.orderId()));
    undone.add(sold.orderId());
    move(sold, (stock, units) -> stock.takeBack(sold.orderId(), units, now));
  }

  private void add(Reservation reservation) {
    reservations.put(reservation.orderId(), reservation);
    added.add(reservation);
  }

  private void move(Reservation reservation, BiFunction<Stock, Long, StockMovement> movement) {
    reservation
        .quantities()
        .forEach((product, units) -> {
          var stock = stocks.get(product);
          movements.add(movement.apply(stock, units));
          changed.put(product, stock);
        });
  }

  /** The order's reservation; null where it has none. */
  Reservation reservation(UUID orderId) {
    return reservations.get(orderId);
  }

  Instant now() {
    return now;
  }

  List<Reservation> added() {
    return added;
  }

  List<StockMovement> movements() {
    return movements;
  }

  List<Sale> keySales() {
    return keySales;
  }

  /** The orders whose sale is undone. */
  List<UUID> undone() {
    return undone;
  }

  List<Stock> changed() {
    return List.copyOf(changed.values());
  }
}
