package io.stallcast.system;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Many who do the same at the same time. */
final class Crowd {
  private final int most;

  private Crowd(int most) {
    this.most = most;
  }

  /** So many at a time; the others wait. */
  static Crowd atMost(int most) {
    return new Crowd(most);
  }

  /** Everybody in the same instant. */
  static Crowd allAtOnce() {
    return new Crowd(Integer.MAX_VALUE);
  }

  /** What each of them got, in their order; fails with the first failure. */
  <A, B> List<B> doing(Collection<A> each, Function<A, B> act) {
    var places = new Semaphore(most);
    var start = new CountDownLatch(1);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<B>> results =
          each.stream()
              .map(one -> executor.submit(turn(places, start, () -> act.apply(one))))
              .toList();
      start.countDown();
      return results.stream().map(Crowd::get).toList();
    }
  }

  /** What each of them answers. */
  <A, B> Map<A, B> ask(Collection<A> each, Function<A, B> question) {
    List<A> asked = List.copyOf(each);
    List<B> answers = doing(asked, question);
    Map<A, B> all = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      all.put(asked.get(i), answers.get(i));
    }
    return all;
  }

  private static <B> Callable<B> turn(Semaphore places, CountDownLatch start, Callable<B> act) {
    return () -> {
      start.await();
      places.acquire();
      try {
        return act.call();
      } finally {
        places.release();
      }
    };
  }

  static <B> B get(Future<B> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
