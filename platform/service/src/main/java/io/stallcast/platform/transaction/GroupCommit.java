package io.stallcast.platform.transaction;

import static java.util.Collections.nCopies;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Lets work of one kind that comes up at the same time share a unit of work: what comes while a
 * group commits goes with the next one. The busier it is, the more a commit carries; alone, nothing
 * waits. Where a group fails, each of it is given a unit of its own, so that one cannot spoil
 * another's. Safe for several threads.
 *
 * @param <T> what is worked on
 * @param <R> what comes of it; may be null
 */
public final class GroupCommit<T, R> {
  private final Queue<Waiting<T, R>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final UnitOfWork unitOfWork;
  private final int most;
  private final Duration pace;
  private final Function<List<Waiting<T, R>>, Uni<List<R>>> work;

  private GroupCommit(
      UnitOfWork unitOfWork,
      int most,
      Duration pace,
      Function<List<Waiting<T, R>>, Uni<List<R>>> work) {
    this.unitOfWork = unitOfWork;
    this.most = most;
    this.pace = pace;
    this.work = work;
  }

  /**
   * For work that is done for one after the other.
   *
   * @param most how many share a unit of work at the most
   * @param reading reads into the session, for all of a group at once, what the work needs; also
   *     takes the locks, in an order that all groups keep
   * @param work is given each in its own trace; may run more than once for one, but commits once
   */
  public static <T, R> GroupCommit<T, R> ofEach(
      UnitOfWork unitOfWork,
      int most,
      Function<List<T>, Uni<?>> reading,
      Function<T, Uni<R>> work) {
    return new GroupCommit<>(
        unitOfWork,
        most,
        Duration.ZERO,
        group -> reading.apply(items(group)).chain(() -> oneAfterTheOther(group, work)));
  }

  /**
   * For work that is done for all of a group at once, in the trace of the first.
   *
   * @param most how many share a unit of work at the most
   * @param pace a group begins no sooner than this after the one before, for work that nobody waits
   *     for: the fewer groups, the less each costs
   * @param work may run more than once for one, but commits once; takes its locks in an order that
   *     all groups keep
   */
  public static <T> GroupCommit<T, Void> ofAll(
      UnitOfWork unitOfWork, int most, Duration pace, Function<List<T>, Uni<Void>> work) {
    return new GroupCommit<>(
        unitOfWork,
        most,
        pace,
        group -> work.apply(items(group)).replaceWith(nCopies(group.size(), (Void) null)));
  }

  private record Waiting<T, R>(
      T item, Context trace, io.vertx.core.Context caller, UniEmitter<? super R> emitter) {

    /** Whoever waits goes on where it was: a context holds one session at a time. */
    void resume(Runnable emission) {
      ContextSwitch.goOn(caller, emission);
    }
  }

  /**
   * Has the work done with the next group.
   *
   * @param trace the telemetry context that it belongs to
   * @return what came of it, after the commit; its failure after it failed alone
   */
  public Uni<R> commit(Context trace, T item) {
    return Uni.createFrom()
        .emitter(emitter -> {
          waiting.add(new Waiting<>(item, trace, Vertx.currentContext(), emitter));
          next();
        });
  }

  /** Looks again after each group: an addition that found one under way relies on it. */
  private void next() {
    while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
      var group = group();
      if (group.isEmpty()) {
        underWay.set(false);
      } else {
        begin(group);
      }
    }
  }

  private List<Waiting<T, R>> group() {
    var group = new ArrayList<Waiting<T, R>>();
    for (var one = waiting.poll(); one != null; one = waiting.poll()) {
      group.add(one);
      if (group.size() == most) {
        break;
      }
    }
    return group;
  }

  private void begin(List<Waiting<T, R>> group) {
    long begun = System.nanoTime();
    together(group)
        .call(() -> rest(begun))
        .subscribe()
        .with(done -> {
          underWay.set(false);
          next();
        });
  }

  /** In whole milliseconds: a timer takes no less, and one that is refused would be the last. */
  private Uni<Void> rest(long begun) {
    var done = Uni.createFrom().voidItem();
    long left = pace.minusNanos(System.nanoTime() - begun).toMillis();
    return left > 0 ? done.onItem().delayIt().by(Duration.ofMillis(left)) : done;
  }

  /** Does not fail: each of the group is told by itself. */
  private Uni<Void> together(List<Waiting<T, R>> group) {
    return inOneUnit(group)
        .invoke(results -> complete(group, results))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(failure -> alone(group, failure));
  }

  private Uni<Void> alone(List<Waiting<T, R>> group, Throwable failure) {
    if (group.size() == 1) {
      var only = group.getFirst();
      only.resume(() -> only.emitter().fail(failure));
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(group)
        .onItem()
        .transformToUniAndConcatenate(one -> together(List.of(one)))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<List<R>> inOneUnit(List<Waiting<T, R>> group) {
    return unitOfWork.commitApart(group.getFirst().trace(), () -> work.apply(group));
  }

  private static <T, R> Uni<List<R>> oneAfterTheOther(
      List<Waiting<T, R>> group, Function<T, Uni<R>> work) {
    var results = new ArrayList<R>(group.size());
    return Multi.createFrom()
        .iterable(group)
        .onItem()
        .transformToUniAndConcatenate(
            one -> within(one, work).invoke(results::add).replaceWithVoid())
        .onItem()
        .ignoreAsUni()
        .replaceWith(results);
  }

  @SuppressWarnings("MustBeClosedChecker") // ends with the Vert.x context that it belongs to
  private static <T, R> Uni<R> within(Waiting<T, R> one, Function<T, Uni<R>> work) {
    one.trace().makeCurrent();
    return work.apply(one.item());
  }

  private static <T> List<T> items(List<? extends Waiting<T, ?>> group) {
    return group.stream().<T>map(Waiting::item).toList();
  }

  private static <T, R> void complete(List<Waiting<T, R>> group, List<R> results) {
    for (int i = 0; i < group.size(); i++) {
      var one = group.get(i);
      var result = results.get(i);
      one.resume(() -> one.emitter().complete(result));
    }
  }
}
