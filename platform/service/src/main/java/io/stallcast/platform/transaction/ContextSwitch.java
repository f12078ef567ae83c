package io.stallcast.platform.transaction;

import io.opentelemetry.context.Context;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Runs reactive work on a duplicated Vert.x context of its own: a session belongs to one. */
final class ContextSwitch {
  private ContextSwitch() {}

  /** The telemetry scope is left open: it ends with the Vert.x context that it belongs to. */
  @SuppressWarnings("MustBeClosedChecker")
  static <T> Uni<T> run(Vertx vertx, Context trace, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
          VertxContextSafetyToggle.setContextSafe(context, true);
          context.runOnContext(ignored -> {
            trace.makeCurrent();
            Uni.createFrom()
                .deferred(() -> work.get())
                .subscribe()
                .with(emitter::complete, emitter::fail);
          });
        });
  }
}
