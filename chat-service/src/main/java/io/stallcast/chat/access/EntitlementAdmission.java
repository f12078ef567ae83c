package io.stallcast.chat.access;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Admission;
import io.stallcast.chat.Room;
import io.stallcast.platform.entitlement.Entitlements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Admits by what is known of entitlements here; nobody else is asked. */
@ApplicationScoped
class EntitlementAdmission implements Admission {
  private final Entitlements entitlements;

  EntitlementAdmission(Entitlements entitlements) {
    this.entitlements = entitlements;
  }

  @Override
  public Uni<Boolean> admits(Room room, Optional<UUID> user) {
    if (room.isFree() || user.filter(room.creatorId()::equals).isPresent()) {
      return Uni.createFrom().item(true);
    }
    return user.map(id -> isEntitled(room, id)).orElseGet(() -> Uni.createFrom().item(false));
  }

  private Uni<Boolean> isEntitled(Room room, UUID user) {
    return entitlements.held(user, room.productIds()).map(held -> !held.isEmpty());
  }
}
