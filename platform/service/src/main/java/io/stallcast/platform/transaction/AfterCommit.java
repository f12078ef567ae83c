package io.stallcast.platform.transaction;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What is to happen once the unit of work of the current Vert.x context has committed. */
final class AfterCommit {
  private static final Logger LOG = Logger.getLogger(AfterCommit.class);
  private static final String ACTIONS = AfterCommit.class.getName();

  private AfterCommit() {}

  static void open() {
    ContextLocals.put(ACTIONS, new ArrayList<Runnable>());
  }

  static void add(Runnable action) {
    actions()
        .orElseThrow(() -> new IllegalStateException("no unit of work is under way"))
        .add(action);
  }

  static List<Runnable> close() {
    var actions = actions().orElseGet(List::of);
    ContextLocals.remove(ACTIONS);
    return actions;
  }

  /** The work has committed: a failure here is no longer its own. */
  static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.warn("An action after a commit failed", e);
    }
  }

  private static Optional<List<Runnable>> actions() {
    return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(ACTIONS) : Optional.empty();
  }
}
