package io.stallcast.chat.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done. */
@RegisterForReflection
@Schema(name = "BanRequest")
record Reason(
    @Schema(description = "For the log, and for the room") @Size(max = 500) String reason) {}
