package io.stallcast.catalog.reservation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.outbox.OutboxMessage;
import java.util.UUID;

/** What the catalogue has put off to itself. */
@OnTopic(Topic.CATALOG_JOBS)
@RegisterForReflection
public sealed interface ReservationJob {

  /** The time of a reservation is over that no saga owns. */
  @RegisterForReflection
  @EventType("catalog.reservation-expired")
  record ReservationExpired(UUID orderId) implements ReservationJob {}

  /** The message that ends {@code reservation} when its time is over. */
  static OutboxMessage expiryOf(Reservation reservation) {
    var orderId = reservation.orderId();
    return OutboxMessage.of(Topic.CATALOG_JOBS, orderId, 0, new ReservationExpired(orderId))
        .at(reservation.expiresAt(), timer(orderId));
  }

  /** The key under which the expiry of an order's reservation waits. */
  static String timer(UUID orderId) {
    return "reservation-expiry:" + orderId;
  }
}
