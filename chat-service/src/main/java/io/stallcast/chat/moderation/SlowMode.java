package io.stallcast.chat.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much time lies between two messages of one person. */
@RegisterForReflection
@Schema(name = "SlowMode")
record SlowMode(@Schema(description = "0 for none") @Min(0) @Max(600) int seconds) {}
