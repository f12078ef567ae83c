package io.stallcast.chat.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which message is shown above the others. */
@RegisterForReflection
record PinMessage(@NotNull UUID messageId) {}
