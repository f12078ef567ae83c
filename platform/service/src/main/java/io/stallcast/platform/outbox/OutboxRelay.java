package io.stallcast.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.drain.InFlight;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Brings what waits in the outbox to the broker, in rounds: each takes the lanes that something was
 * written to since the last one, as far as no other pod has them, and holds their advisory locks
 * for its transaction. The busier the pod, the more a round carries. It is woken after each commit
 * of this pod and polls for what others left.
 *
 * <p>Order: a lane's rows are sent by position. After a row that could not be sent, the later ones
 * of its subject stay too, even where the broker has them: they are sent again behind it, and
 * consumers skip what they know.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final long LANE_TAKEN_PAUSE_MS = 25;

  private final AtomicReference<WaitingLanes> waiting = new AtomicReference<>(WaitingLanes.NONE);

  /** Whether rounds follow one another now. */
  private final AtomicBoolean running = new AtomicBoolean();

  private final InFlight rounds = new InFlight();

  private final OutboxTable table;
  private final OutboxProducer producer;
  private final OutboxConfig config;
  private final Vertx vertx;
  private final Timer relayed;

  /** When the last round began; 0 before the first. Only touched by the relay's context. */
  private long begun;

  private Context context;
  private volatile boolean stopped;

  OutboxRelay(
      OutboxTable table,
      OutboxProducer producer,
      OutboxConfig config,
      Vertx vertx,
      MeterRegistry registry) {
    this.table = table;
    this.producer = producer;
    this.config = config;
    this.vertx = vertx;
    this.relayed =
        Timer.builder("stallcast.outbox.delay")
            .description(
                "From the first commit or poll that a round is for, until the broker has it")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
  }

  void start(@Observes StartupEvent event) {
    context = vertx.getOrCreateContext();
    vertx.setPeriodic(config.pollInterval().toMillis(), timer -> poll());
  }

  /** Ends the round under way, so that nothing which the broker has is sent again. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped = true;
    if (!rounds.drain(config.deliveryTimeout())) {
      LOG.warnf("Outbox left with a round under way after %s", config.deliveryTimeout());
    }
  }

  /** Sends soon what waits in these lanes. Returns at once; may be called from any thread. */
  public void wake(BitSet lanes) {
    wake(WaitingLanes.of(lanes, System.nanoTime()));
  }

  private void wake(WaitingLanes lanes) {
    waiting.accumulateAndGet(lanes, WaitingLanes::and);
    begin();
  }

  private void poll() {
    if (stopped) {
      return;
    }
    table
        .waitingLanes()
        .subscribe()
        .with(this::wake, failure -> LOG.warnf("Outbox not polled: %s", failure.getMessage()));
  }

  private void begin() {
    if (context != null
        && !stopped
        && !waiting.get().isEmpty()
        && running.compareAndSet(false, true)
        && rounds.begin()) {
      context.runOnContext(ignored -> nextRound());
    }
  }

  /** At once, or where the last one has just begun, when enough may have come for another. */
  private void nextRound() {
    var pause = begun + config.pace().toNanos() - System.nanoTime();
    if (begun != 0 && pause > 0 && !stopped) {
      vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(pause) + 1, timer -> roundNow());
    } else {
      roundNow();
    }
  }

  private void roundNow() {
    begun = System.nanoTime();
    var lanes = waiting.getAndSet(WaitingLanes.NONE);
    if (stopped || lanes.isEmpty()) {
      rest();
      begin();
      return;
    }
    round(lanes)
        .subscribe()
        .with(
            unfinished -> {
              waiting.accumulateAndGet(unfinished, WaitingLanes::and);
              nextRound();
            },
            this::failed);
  }

  /** What was in the lanes is found again by the poll. */
  private void failed(Throwable failure) {
    LOG.logf(
        stopped ? Logger.Level.DEBUG : Logger.Level.WARN,
        "Outbox not relayed: %s",
        failure.getMessage());
    rest();
  }

  private void rest() {
    running.set(false);
    rounds.end();
  }

  /** Returns the lanes that may hold more. */
  private Uni<WaitingLanes> round(WaitingLanes waiting) {
    var perLane = Math.max(1, config.batchSize() / waiting.count());
    return table
        .inLanes(
            waiting.lanes(),
            perLane,
            held -> {
              comeBack(waiting.without(held.lanes()));
              return send(held.rows(), waiting.since());
            })
        .map(done -> WaitingLanes.of(unfinished(done, perLane), waiting.since()));
  }

  /** Returns those that the broker has, and may be deleted. */
  private Uni<List<OutboxRow>> send(List<OutboxRow> rows, long since) {
    return rows.isEmpty()
        ? Uni.createFrom().item(List.of())
        : producer
            .send(rows)
            .map(sent -> acknowledged(rows, sent))
            .invoke(done -> relayed(done.size(), since));
  }

  private void relayed(int count, long since) {
    var delay = System.nanoTime() - since;
    for (int i = 0; i < count; i++) {
      relayed.record(delay, TimeUnit.NANOSECONDS);
    }
  }

  private static BitSet unfinished(List<OutboxRow> done, int perLane) {
    var counts = new int[Lanes.COUNT];
    done.forEach(row -> counts[row.lane()]++);
    var lanes = new BitSet(Lanes.COUNT);
    IntStream.range(0, counts.length).filter(i -> counts[i] == perLane).forEach(lanes::set);
    return lanes;
  }

  /** Another pod has these lanes: it may have looked before this pod's commit. */
  private void comeBack(WaitingLanes lanes) {
    if (!lanes.isEmpty()) {
      vertx.setTimer(LANE_TAKEN_PAUSE_MS, timer -> wake(lanes));
    }
  }

  private List<OutboxRow> acknowledged(List<OutboxRow> rows, List<Boolean> sent) {
    var held = new HashSet<String>();
    var done = new ArrayList<OutboxRow>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      if (!sent.get(i)) {
        held.add(row.topicAndSubject());
      } else if (!held.contains(row.topicAndSubject())) {
        done.add(row);
      }
    }
    return done;
  }
}
