package io.stallcast.platform.transaction;

import io.opentelemetry.context.Context;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Runs reactive work on a duplicated Vert.x context of its own, and goes on where it was asked for.
 * A session belongs to a context: flows that share one are each given their own. Once begun the
 * work runs to its end: its cancellation would close the session in the middle of a statement.
 */
final class ContextSwitch {
  private ContextSwitch() {}

  static <T> Uni<T> run(Vertx vertx, Context trace, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          var caller = Vertx.currentContext();
          var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
          VertxContextSafetyToggle.setContextSafe(context, true);
          context.runOnContext(ignored ->
              begin(trace, work)
                  .subscribe()
                  .with(
                      item -> goOn(caller, () -> emitter.complete(item)),
                      failure -> goOn(caller, () -> emitter.fail(failure))));
        });
  }

  /** The telemetry scope is left open: it ends with the Vert.x context that it belongs to. */
  @SuppressWarnings("MustBeClosedChecker")
  private static <T> Uni<T> begin(Context trace, Supplier<Uni<T>> work) {
    trace.makeCurrent();
    return Uni.createFrom().deferred(work::get);
  }

  /**
   * Goes on where the caller was.
   *
   * @param caller null where it was asked for outside of any context
   */
  static void goOn(io.vertx.core.Context caller, Runnable emission) {
    if (caller == null) {
      emission.run();
    } else {
      caller.runOnContext(ignored -> emission.run());
    }
  }
}
