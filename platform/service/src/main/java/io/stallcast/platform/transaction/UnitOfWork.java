package io.stallcast.platform.transaction;

import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxRelay;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * What commits together: state, the messages it causes, and the inbox row of what caused it. A unit
 * of work is one Hibernate Reactive session and one transaction; within it everything happens in
 * sequence, never by combining or merging. Once begun it runs to its end, even where whoever waited
 * for it has gone: a client that hangs up cancels what it waits for.
 *
 * @see <a href="https://martinfowler.com/eaaCatalog/unitOfWork.html">Unit of Work</a>
 */
@ApplicationScoped
public class UnitOfWork {
  private final Outbox outbox;
  private final OutboxRelay relay;
  private final Vertx vertx;

  UnitOfWork(Outbox outbox, OutboxRelay relay, Vertx vertx) {
    this.outbox = outbox;
    this.relay = relay;
    this.vertx = vertx;
  }

  /**
   * Runs {@code work} in a transaction, commits, and wakes the relay of the outbox. Within a unit
   * of work under way it becomes a part of that one. May be called from any thread, and by several
   * flows that share a context; the work runs on an event loop, on a context of its own.
   *
   * @return the work's item after the commit, or its failure after the rollback; on the caller's
   *     context, where it has one
   */
  public <T> Uni<T> commit(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> outbox.isOpen() ? work.get() : commitApart(Context.current(), work));
  }

  /** As {@link #commit}, but in a session without a transaction. */
  public <T> Uni<T> read(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() ->
            outbox.isOpen()
                ? work.get()
                : ContextSwitch.run(vertx, Context.current(), () -> Panache.withSession(work)));
  }

  /**
   * Runs {@code work} in a unit of work of its own, even within another one's context, such as one
   * of several keys in parallel.
   *
   * @param trace the telemetry context that the work belongs to
   */
  public <T> Uni<T> commitApart(Context trace, Supplier<Uni<T>> work) {
    return ContextSwitch.run(vertx, trace, () -> begin(work));
  }

  /**
   * Runs {@code action} right after the commit of the unit of work under way, on its context, and
   * not at all where it rolls back. It must not block, and starts what it starts on a context of
   * its own. It may be lost with the process: what must happen is a message of the outbox.
   *
   * @throws IllegalStateException outside a unit of work
   */
  public void afterCommit(Runnable action) {
    AfterCommit.add(action);
  }

  private <T> Uni<T> begin(Supplier<Uni<T>> work) {
    outbox.open();
    AfterCommit.open();
    return Panache.withTransaction(() -> work.get().call(outbox::write))
        .onItemOrFailure()
        .invoke((item, failure) -> finish(failure == null));
  }

  private void finish(boolean committed) {
    var lanes = outbox.close();
    var actions = AfterCommit.close();
    if (committed && !lanes.isEmpty()) {
      relay.wake(lanes);
    }
    if (committed) {
      actions.forEach(AfterCommit::run);
    }
  }
}
