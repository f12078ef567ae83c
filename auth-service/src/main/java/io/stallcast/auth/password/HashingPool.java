package io.stallcast.auth.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads that hash, and the bulkhead before them: so many at once, so many waiting, the rest
 * is refused before it costs anything. Its metrics are {@code executor_*} with name {@code
 * hashing}.
 */
@ApplicationScoped
class HashingPool {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final ExecutorService threads;

  HashingPool(PasswordConfig config, MeterRegistry metrics) {
    int workers = config.workers().orElse(Runtime.getRuntime().availableProcessors());
    var waiting = new ArrayBlockingQueue<Runnable>(config.waiting());
    var pool =
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            waiting,
            Thread.ofPlatform().name("hashing-", 0).daemon().factory());
    threads = ExecutorServiceMetrics.monitor(metrics, pool, "hashing");
  }

  /** Runs {@code work} on a thread of the pool; its item comes back on the caller's context. */
  <T> Uni<T> run(Supplier<T> work) {
    return Uni.createFrom()
        .deferred(() ->
            backOn(Vertx.currentContext(), Uni.createFrom().item(work).runSubscriptionOn(threads)))
        .onFailure(RejectedExecutionException.class)
        .transform(full -> busy());
  }

  private static <T> Uni<T> backOn(Context caller, Uni<T> result) {
    return caller == null ? result : result.emitOn(MutinyHelper.executor(caller));
  }

  private static ProblemException busy() {
    return new ProblemException(StandardProblem.UNAVAILABLE, "Too many sign in at this moment.")
        .withRetryAfter(RETRY_AFTER);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
