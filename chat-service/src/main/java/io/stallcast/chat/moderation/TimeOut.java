package io.stallcast.chat.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long somebody may not write. */
@RegisterForReflection
@Schema(name = "TimeOutRequest")
record TimeOut(
    @Min(1) @Max(14 * 24 * 3600L) long seconds,
    @Schema(description = "For the log, and for the room") @Size(max = 500) String reason) {}
