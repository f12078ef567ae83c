package io.stallcast.chat.opening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.chat.Room;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room as clients see it. */
@RegisterForReflection
@Schema(name = "ChatRoom")
record RoomView(
    @Schema(description = "The stream's, or the course's") UUID id,
    @Schema(enumeration = {"stream", "course"}) String kind,
    UUID creatorId,
    @Schema(enumeration = {"open", "closed"}) String status,
    @Schema(enumeration = {"free", "purchase", "subscription"}) String access) {

  static RoomView of(Room room) {
    return new RoomView(
        room.id(), room.kind().wire(), room.creatorId(), room.status().wire(), room.policy());
  }
}
