package io.stallcast.chat.messaging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something to be said. */
@RegisterForReflection
record NewMessage(
    @Schema(description = "Of the client's choice; twice the same is one message")
        @NotBlank
        @Size(max = 64)
        String clientId,
    @NotBlank @Size(max = SaidFrame.LONGEST_TEXT) String text,
    @Schema(description = "The message that it answers; absent where it answers none")
        UUID replyTo) {}
