package io.stallcast.catalog.reservation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The reservations. */
@ApplicationScoped
class Reservations implements PanacheRepositoryBase<Reservation, UUID> {

  /** Locks the reservations of orders, in the orders' order, until the unit of work ends. */
  Uni<List<Reservation>> lock(Collection<UUID> orders) {
    return find("orderId in ?1 order by orderId", orders)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
