package io.stallcast.platform.operating;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many dead letters are now to be replayed; those behind them follow. */
@RegisterForReflection
@Schema(name = "ReplayOrder")
record ReplayOrder(int replaying) {}
