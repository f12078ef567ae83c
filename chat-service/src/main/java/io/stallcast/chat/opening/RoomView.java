package io.stallcast.chat.opening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.chat.Room;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room as clients see it. */
@RegisterForReflection
@Schema(name = "ChatRoom")
record RoomView(
    @Schema(description = "The stream's") UUID id,
    UUID creatorId,
    @Schema(enumeration = {"open", "closed"}) String status,
    @Schema(enumeration = {"free", "purchase", "subscription"}) String access) {

  static RoomView of(Room room) {
    return new RoomView(
        room.id(), room.creatorId(), room.status().name().toLowerCase(Locale.ROOT), room.policy());
  }
}
