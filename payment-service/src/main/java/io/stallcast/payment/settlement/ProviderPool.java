package io.stallcast.payment.settlement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.PaymentConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * The bulkhead in front of the provider: so many at a time, so many waiting, one for each id. It
 * occupies no thread, and may be used by any.
 */
@ApplicationScoped
class ProviderPool {
  private static final Logger LOG = Logger.getLogger(ProviderPool.class);

  private final Map<UUID, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
  private final Queue<Task> waiting = new ConcurrentLinkedQueue<>();
  private final Semaphore slots;
  private final int capacity;

  ProviderPool(PaymentConfig config, MeterRegistry registry) {
    slots = new Semaphore(config.pool().size());
    capacity = config.pool().size() + config.pool().queue();
    Gauge.builder("stallcast.payments.settling", underWay, Map::size)
        .description("Payments and refunds that are with the provider or wait for it")
        .register(registry);
  }

  private record Task(UUID id, Uni<Void> work, CompletableFuture<Void> done) {}

  /**
   * Begins the work, or joins that of the same id.
   *
   * @return completes when the work ends, or at once where too much waits; does not fail
   */
  CompletableFuture<Void> run(UUID id, Uni<Void> work) {
    if (underWay.size() >= capacity) {
      LOG.warnf("Left to its timer, as %d are under way: %s", underWay.size(), id);
      return CompletableFuture.completedFuture(null);
    }
    var mine = new CompletableFuture<Void>();
    var before = underWay.putIfAbsent(id, mine);
    if (before != null) {
      return before;
    }
    waiting.add(new Task(id, work, mine));
    beginWaiting();
    return mine;
  }

  private void beginWaiting() {
    while (!waiting.isEmpty() && slots.tryAcquire()) {
      var task = waiting.poll();
      if (task == null) {
        slots.release();
      } else {
        begin(task);
      }
    }
  }

  private void begin(Task task) {
    task.work()
        .subscribe()
        .with(
            done -> end(task),
            failure -> {
              LOG.warnf(failure, "Left to its timer: %s", task.id());
              end(task);
            });
  }

  private void end(Task task) {
    underWay.remove(task.id());
    slots.release();
    task.done().complete(null);
    beginWaiting();
  }
}
