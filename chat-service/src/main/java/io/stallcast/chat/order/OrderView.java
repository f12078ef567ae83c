package io.stallcast.chat.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.chat.RoomState.Order;
import io.stallcast.chat.Rules;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How order is kept in a room. */
@RegisterForReflection
@Schema(name = "ChatOrder")
record OrderView(
    @Schema(description = "Between two messages of one person; 0 for none") int slowModeSeconds,
    @Schema(description = "Absent where none is") UUID pinnedMessageId,
    Rules rules,
    @Schema(description = "Those whom the creator has named") List<UUID> moderators) {
  static OrderView of(Order order) {
    return new OrderView(
        order.slowModeSeconds(),
        order.pinned(),
        order.rules(),
        order.moderators().stream().sorted().toList());
  }
}
