package io.stallcast.catalog.reservation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reservation as other services see it. */
@RegisterForReflection
@Schema(name = "Reservation")
record ReservationView(
    UUID orderId,
    @Schema(enumeration = {"held", "committed", "released", "refused"}) String state,
    @Schema(description = "When it is released by itself; absent where nothing is held")
        Instant expiresAt) {

  static ReservationView of(Reservation reservation) {
    return new ReservationView(
        reservation.orderId(),
        reservation.state().name().toLowerCase(Locale.ROOT),
        reservation.isHeld() ? reservation.expiresAt() : null);
  }
}
