package io.stallcast.chat.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has done to moderate. */
@RegisterForReflection
@Schema(name = "ModerationAction")
record ModerationActionView(
    Instant at,
    @Schema(description = "Who did it") UUID by,
    @Schema(
            enumeration = {
              "timeout",
              "ban",
              "unban",
              "slow_mode",
              "rules",
              "moderator_named",
              "moderator_dismissed",
              "pin",
              "delete"
            })
        String action,
    @Schema(description = "To whom; absent where to nobody in particular") UUID userId,
    @Schema(description = "To which message; absent where to none") UUID messageId,
    @Schema(description = "Absent where it has no end") Long seconds,
    String reason) {}
