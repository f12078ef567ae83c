package io.stallcast.system.fault;

import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hurts anybody at any time: kills at a moment of some saga or out of the blue, freezes, and brings
 * back at once. The same seed makes the same choices; when they meet whom is the machine's.
 */
public final class RandomFaults implements AutoCloseable {
  private static final int DOWN_AT_ONCE = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final int ONE_IN_SO_MANY_IS_A_PAUSE = 6;
  private static final int LONGEST_PAUSE_MILLIS = 9000;

  private final List<Victim> victims;
  private final Random random;
  private final Consumer<Fault> told;
  private final Semaphore places = new Semaphore(DOWN_AT_ONCE);
  private final Set<Victim> down = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Awaited> awaited = new AtomicReference<>();
  private final ExecutorService returns = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param told of each fault when it is mended, by any thread
   */
  public RandomFaults(List<Victim> victims, Random random, Consumer<Fault> told) {
    this.victims = victims;
    this.random = random;
    this.told = told;
  }

  /**
   * What was done to whom.
   *
   * @param moment when, {@code out of the blue} included
   * @param away until it served again
   */
  public record Fault(String victim, boolean isKill, int processes, String moment, Duration away) {}

  private record Awaited(SagaMoment moment, Runnable hit, CompletableFuture<Void> done) {}

  /** To be told of every record. */
  public void on(ConsumerRecord<String, String> record) {
    Awaited next = awaited.get();
    if (next != null
        && SagaMoment.of(RecordWatch.type(record)).filter(next.moment()::equals).isPresent()
        && awaited.compareAndSet(next, null)) {
      next.hit().run();
      next.done().complete(null);
    }
  }

  /** Does the next thing, and returns when it is done; what is mended then goes on meanwhile. */
  public void strike() throws InterruptedException {
    places.acquire();
    Victim victim = choose();
    List<Part> parts = victim.next();
    boolean isKill = random.nextInt(ONE_IN_SO_MANY_IS_A_PAUSE) > 0;
    Runnable hit = () -> parts.forEach(isKill ? Part::kill : Part::pause);
    String moment = random.nextBoolean() ? atSomeStep(hit) : outOfTheBlue(hit);
    int pause = random.nextInt(LONGEST_PAUSE_MILLIS);
    returns.execute(() -> mend(victim, parts, isKill, moment, Duration.ofMillis(pause)));
  }

  /** Waits until all are back, and fails where one did not come. */
  @Override
  public void close() {
    returns.close();
    if (!failures.isEmpty()) {
      var failure = new IllegalStateException("Not all came back");
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private Victim choose() {
    List<Victim> up = victims.stream().filter(victim -> !down.contains(victim)).toList();
    Victim chosen = up.get(random.nextInt(up.size()));
    down.add(chosen);
    return chosen;
  }

  /** Where no saga comes to that step for long, it is done all the same. */
  private String atSomeStep(Runnable hit) throws InterruptedException {
    SagaMoment moment = SagaMoment.values()[random.nextInt(SagaMoment.values().length)];
    var next = new Awaited(moment, hit, new CompletableFuture<>());
    awaited.set(next);
    try {
      next.done().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException noSaga) {
      if (awaited.compareAndSet(next, null)) {
        hit.run();
        return "in vain for " + moment;
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return moment.name();
  }

  private String outOfTheBlue(Runnable hit) {
    await().pollDelay(Duration.ofMillis(random.nextInt(2000))).until(() -> true);
    hit.run();
    return "out of the blue";
  }

  private void mend(
      Victim victim, List<Part> parts, boolean isKill, String moment, Duration pause) {
    long since = System.nanoTime();
    try {
      if (isKill) {
        Victim.bringBack(parts);
      } else {
        await().pollDelay(pause).until(() -> true);
        parts.forEach(Part::resume);
      }
      Duration away = Duration.ofNanos(System.nanoTime() - since);
      told.accept(new Fault(victim.name(), isKill, parts.size(), moment, away));
    } catch (RuntimeException e) {
      failures.add(e);
    } finally {
      down.remove(victim);
      places.release();
    }
  }
}
