package io.stallcast.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jboss.logging.Logger;

/**
 * Brings what waits in the outbox to the broker. A lane is relayed by one pod at a time, which
 * holds its advisory lock for the transaction of one batch; pods share the lanes by trying. It is
 * woken after each commit of this pod and polls for what others left.
 *
 * <p>Order: a lane's rows are sent by position. After a row that could not be sent, the later ones
 * of its subject stay too, even where the broker has them: they are sent again behind it, and
 * consumers skip what they know.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int IDLE = 0;
  private static final int RUNNING = 1;
  private static final int RUN_AGAIN = 2;
  private static final long LANE_TAKEN_PAUSE_MS = 25;

  private final AtomicIntegerArray states = new AtomicIntegerArray(Lanes.COUNT);

  /** A party for each lane that is relayed, and one until this pod stops. */
  private final Phaser underWay = new Phaser(1);

  private final OutboxTable table;
  private final OutboxProducer producer;
  private final OutboxConfig config;
  private final Clock clock;
  private final Vertx vertx;
  private final Timer relayed;
  private Context context;
  private volatile boolean stopped;

  OutboxRelay(
      OutboxTable table,
      OutboxProducer producer,
      OutboxConfig config,
      Clock clock,
      Vertx vertx,
      MeterRegistry registry) {
    this.table = table;
    this.producer = producer;
    this.config = config;
    this.clock = clock;
    this.vertx = vertx;
    this.relayed =
        Timer.builder("stallcast.outbox.delay")
            .description("From the event until the broker has it")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
  }

  void start(@Observes StartupEvent event) {
    context = vertx.getOrCreateContext();
    vertx.setPeriodic(config.pollInterval().toMillis(), timer -> poll());
  }

  /** Ends the batches under way, so that nothing which the broker has is sent again. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped = true;
    int phase = underWay.arriveAndDeregister();
    long patience = config.deliveryTimeout().toMillis();
    try {
      underWay.awaitAdvanceInterruptibly(phase, patience, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warnf("Outbox left with batches under way after %d ms", patience);
    }
  }

  /** Sends soon what waits in these lanes. Returns at once; may be called from any thread. */
  public void wake(BitSet lanes) {
    lanes.stream().forEach(this::wake);
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

  private void wake(int lane) {
    var before = states.getAndUpdate(lane, state -> state == IDLE ? RUNNING : RUN_AGAIN);
    if (before == IDLE && !stopped && context != null) {
      underWay.register();
      context.runOnContext(ignored -> relay(lane));
    } else if (before == IDLE) {
      states.set(lane, IDLE);
    }
  }

  private void relay(int lane) {
    relayBatch(lane)
        .subscribe()
        .with(
            more -> next(lane, more),
            failure -> {
              LOG.logf(
                  stopped ? Logger.Level.DEBUG : Logger.Level.WARN,
                  "Outbox lane %d not relayed: %s",
                  lane,
                  failure.getMessage());
              states.set(lane, IDLE);
              underWay.arriveAndDeregister();
            });
  }

  private void next(int lane, boolean more) {
    if (stopped || (!more && states.compareAndSet(lane, RUNNING, IDLE))) {
      underWay.arriveAndDeregister();
    } else {
      states.set(lane, RUNNING);
      relay(lane);
    }
  }

  /** Whether the lane may hold more. */
  private Uni<Boolean> relayBatch(int lane) {
    return table.inLane(lane, this::sendNext, () -> comeBack(lane));
  }

  private Uni<Boolean> sendNext(OutboxTable.Lane lane) {
    return lane.next()
        .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(false) : send(lane, rows));
  }

  private Uni<Boolean> send(OutboxTable.Lane lane, List<OutboxRow> rows) {
    return producer
        .send(rows)
        .map(sent -> acknowledged(rows, sent))
        .call(lane::delete)
        .map(done -> done.size() == config.batchSize());
  }

  /** Another pod has the lane: it may have looked before this pod's commit. */
  private boolean comeBack(int lane) {
    vertx.setTimer(LANE_TAKEN_PAUSE_MS, timer -> wake(lane));
    return false;
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
    var now = clock.instant();
    done.forEach(row -> relayed.record(Duration.between(row.occurredAt(), now).abs()));
    return done;
  }
}
