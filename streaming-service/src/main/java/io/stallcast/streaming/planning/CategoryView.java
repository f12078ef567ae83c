package io.stallcast.streaming.planning;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category that something is on in, or will be. */
@RegisterForReflection
@Schema(name = "StreamCategory")
record CategoryView(String slug, long live, long scheduled) {}
