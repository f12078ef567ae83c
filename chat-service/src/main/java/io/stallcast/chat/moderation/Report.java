package io.stallcast.chat.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody thinks that a message should be looked at. */
@RegisterForReflection
@Schema(name = "ReportRequest")
record Report(@NotBlank @Size(max = 500) String reason) {}
