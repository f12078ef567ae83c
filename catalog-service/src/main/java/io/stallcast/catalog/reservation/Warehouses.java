package io.stallcast.catalog.reservation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.LicenceKeys;
import io.stallcast.catalog.Price;
import io.stallcast.catalog.Prices;
import io.stallcast.catalog.Stocks;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens a warehouse by locking what is in it, and closes it by writing what was decided. */
@ApplicationScoped
class Warehouses {
  private static final int STATEMENTS_AT_ONCE = 200;

  private final Reservations reservations;
  private final Stocks stocks;
  private final Prices prices;
  private final LicenceKeys keys;
  private final ReservationConfig config;
  private final Clock clock;

  Warehouses(
      Reservations reservations,
      Stocks stocks,
      Prices prices,
      LicenceKeys keys,
      ReservationConfig config,
      Clock clock) {
    this.reservations = reservations;
    this.stocks = stocks;
    this.prices = prices;
    this.keys = keys;
    this.config = config;
    this.clock = clock;
  }

  /** Locks and loads what is needed to decide about these orders and requests. */
  Uni<Warehouse> open(Set<UUID> orders, List<HoldRequest> requests) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return reservations.lock(orders).chain(known -> open(known, requests, now));
  }

  private Uni<Warehouse> open(List<Reservation> known, List<HoldRequest> requests, Instant now) {
    var asked = new TreeSet<UUID>();
    requests.forEach(request -> asked.addAll(request.quantities().keySet()));
    var involved = new TreeSet<>(asked);
    known.forEach(reservation -> involved.addAll(reservation.quantities().keySet()));
    return stocks
        .lock(involved)
        .chain(
            locked -> offers(asked, now).map(offers -> new Warehouse(known, locked, offers, now)));
  }

  private Uni<Offers> offers(Collection<UUID> products, Instant now) {
    var graceStart = now.minus(config.priceGrace());
    if (products.isEmpty()) {
      return Uni.createFrom().item(new Offers(Map.of(), Map.of(), graceStart));
    }
    return onOffer(products)
        .chain(offers ->
            prices
                .since(products, graceStart)
                .map(current ->
                    new Offers(
                        offers.stream().collect(toMap(Offer::productId, Function.identity())),
                        current.stream().collect(groupingBy(Price::productId)),
                        graceStart)));
  }

  private static Uni<List<Offer>> onOffer(Collection<UUID> products) {
    return Panache.getSession()
        .chain(session ->
            session
                .createQuery(
                    "select p.id, p.title, p.status from Product p where p.id in :ids", Offer.class)
                .setParameter("ids", products)
                .getResultList());
  }

  /**
   * Writes what was decided, and hands out the keys that were sold.
   *
   * @return the news of the stocks, for the outbox
   */
  Uni<List<OutboxMessage>> close(Warehouse warehouse) {
    return Panache.getSession()
        .invoke(session -> session.setBatchSize(STATEMENTS_AT_ONCE))
        .call(session -> session.persistAll(warehouse.added().toArray()))
        .call(() -> stocks.record(warehouse.movements()))
        .call(Mutiny.Session::flush)
        .chain(() -> keys.handOver(warehouse.keySales(), warehouse.now()))
        .chain(() -> keys.takeBack(warehouse.undone()))
        .map(written -> warehouse.changed().stream().map(Stocks::changed).toList());
  }
}
