package io.stallcast.chat.messaging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is in a room. */
@RegisterForReflection
@Schema(name = "Presence")
record PresenceView(@Schema(description = "How many are in the room") long count) {}
