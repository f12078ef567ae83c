package io.stallcast.chat.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that somebody thinks should be looked at. */
@RegisterForReflection
@Schema(name = "ChatReport")
record ReportView(
    UUID id,
    UUID messageId,
    UUID authorId,
    @Schema(description = "What the message said when it was reported") String text,
    UUID reporterId,
    String reason,
    Instant reportedAt) {}
