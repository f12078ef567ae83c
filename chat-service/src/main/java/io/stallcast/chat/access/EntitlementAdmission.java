package io.stallcast.chat.access;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Admission;
import io.stallcast.chat.Room;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Admits by what is known of entitlements here; nobody else is asked. */
@ApplicationScoped
class EntitlementAdmission implements Admission {
  private final Entitlements entitlements;
  private final Revocations revocations;

  EntitlementAdmission(Entitlements entitlements, Revocations revocations) {
    this.entitlements = entitlements;
    this.revocations = revocations;
  }

  @Override
  public Uni<Boolean> admits(Room room, Optional<UUID> user) {
    if (room.isFree() || user.filter(room.creatorId()::equals).isPresent()) {
      return Uni.createFrom().item(true);
    }
    return user.map(id -> isEntitled(room, id)).orElseGet(() -> Uni.createFrom().item(false));
  }

  private Uni<Boolean> isEntitled(Room room, UUID user) {
    return entitlements
        .held(user, room.productIds())
        .map(all -> all.stream().anyMatch(held -> !revocations.concern(user, held)));
  }
}
