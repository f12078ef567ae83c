package io.stallcast.chat.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.chat.RoomState.Moderation;
import io.stallcast.chat.Rules;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a room is moderated. */
@RegisterForReflection
@Schema(name = "ChatModeration")
record ModerationView(
    @Schema(description = "Between two messages of one person; 0 for none") int slowModeSeconds,
    @Schema(description = "Absent where none is") UUID pinnedMessageId,
    Rules rules,
    @Schema(description = "Those whom the creator has named") List<UUID> moderators) {
  static ModerationView of(Moderation moderation) {
    return new ModerationView(
        moderation.slowModeSeconds(),
        moderation.pinned(),
        moderation.rules(),
        moderation.moderators().stream().sorted().toList());
  }
}
