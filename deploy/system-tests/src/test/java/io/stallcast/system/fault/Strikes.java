package io.stallcast.system.fault;

import static java.util.stream.Collectors.groupingBy;

import io.stallcast.stack.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Kills each victim at the moments of a saga that are planned for it, whenever some saga comes to
 * one, and starts it again at once: one of its processes, and another the next time. A few may be
 * on their way back at the same time; more would leave no saga to strike at.
 */
public final class Strikes implements AutoCloseable {
  private final int atOnce;
  private final Map<SagaMoment, List<Victim>> planned;
  private final Set<Victim> down = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final ExecutorService restarts = Executors.newVirtualThreadPerTaskExecutor();

  private int done;

  private Strikes(Map<SagaMoment, List<Victim>> planned, int atOnce) {
    this.planned = planned;
    this.atOnce = atOnce;
  }

  /**
   * Every victim at every step, when it is asked for or when it is answered, as chance has it.
   *
   * @param atOnce how many may be down at the same time
   */
  public static Strikes atEveryStep(Collection<Victim> victims, int atOnce, Random random) {
    Map<SagaMoment, List<Victim>> planned = new EnumMap<>(SagaMoment.class);
    var steps = Arrays.stream(SagaMoment.values()).collect(groupingBy(SagaMoment::step));
    steps
        .values()
        .forEach(moments ->
            victims.forEach(victim ->
                planned
                    .computeIfAbsent(
                        moments.get(random.nextInt(moments.size())), moment -> new ArrayList<>())
                    .add(victim)));
    return new Strikes(planned, atOnce);
  }

  /** To be told of every record. Kills before it returns, if anybody. */
  public void on(ConsumerRecord<String, String> record) {
    SagaMoment.of(RecordWatch.type(record)).flatMap(this::choose).ifPresent(this::strike);
  }

  /** Who is still to be killed when. */
  public synchronized Map<SagaMoment, List<String>> toCome() {
    Map<SagaMoment, List<String>> names = new EnumMap<>(SagaMoment.class);
    planned.forEach((moment, victims) -> {
      if (!victims.isEmpty()) {
        names.put(moment, victims.stream().map(Victim::name).toList());
      }
    });
    return names;
  }

  /** How often somebody was killed so far. */
  public synchronized int done() {
    return done;
  }

  /** Waits for those who are on their way back, and fails where one did not come back. */
  @Override
  public void close() {
    restarts.close();
    if (!failures.isEmpty()) {
      var failure = new IllegalStateException("Not all came back");
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private synchronized Optional<Victim> choose(SagaMoment moment) {
    if (down.size() >= atOnce) {
      return Optional.empty();
    }
    Optional<Victim> victim =
        planned.getOrDefault(moment, List.of()).stream()
            .filter(candidate -> !down.contains(candidate))
            .max(Comparator.comparingLong(this::left));
    victim.ifPresent(chosen -> {
      planned.get(moment).remove(chosen);
      down.add(chosen);
      done++;
    });
    return victim;
  }

  /** Whoever is to be struck most often comes first: nobody is struck while on the way back. */
  private long left(Victim victim) {
    return planned.values().stream().filter(victims -> victims.contains(victim)).count();
  }

  private void strike(Victim victim) {
    Part process = victim.one();
    process.kill();
    restarts.execute(() -> bringBack(victim, process));
  }

  private void bringBack(Victim victim, Part process) {
    try {
      Victim.bringBack(process);
    } catch (RuntimeException e) {
      failures.add(e);
    } finally {
      down.remove(victim);
    }
  }
}
