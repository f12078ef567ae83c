package io.stallcast.platform.deadletter;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Replays what operators have marked: woken by the pod that commits the mark, and by a poll for
 * what was left by pods that died, or by a partner that was away. Safe for several threads and
 * pods.
 */
@ApplicationScoped
public class ReplayWorker {
  private static final Logger LOG = Logger.getLogger(ReplayWorker.class);
  private static final int KEYS_AT_A_TIME = 4;

  private final AtomicInteger wakes = new AtomicInteger();
  private final Replayer replayer;
  private final Pool pool;

  ReplayWorker(Replayer replayer, Pool pool) {
    this.replayer = replayer;
    this.pool = pool;
  }

  @Scheduled(every = "5s", delayed = "5s")
  void poll() {
    wake();
  }

  /** Begins soon; where it is under way, it looks once more. */
  public void wake() {
    if (wakes.getAndIncrement() == 0) {
      run();
    }
  }

  private void run() {
    var heard = wakes.get();
    replayAll()
        .subscribe()
        .with(
            done -> rest(heard),
            failure -> {
              LOG.warnf("Dead letters not replayed: %s", failure.toString());
              rest(heard);
            });
  }

  private void rest(int heard) {
    if (wakes.addAndGet(-heard) > 0) {
      run();
    }
  }

  private Uni<Void> replayAll() {
    return keys()
        .onItem()
        .transformToMulti(keys -> Multi.createFrom().iterable(keys))
        .onItem()
        .transformToUni(this::replay)
        .merge(KEYS_AT_A_TIME)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> replay(DeadLetterKey key) {
    return Uni.createFrom()
        .deferred(() -> replayer.next(key))
        .repeat()
        .whilst(step -> step == Replayer.Step.APPLIED)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<List<DeadLetterKey>> keys() {
    return pool.query("select distinct consumer, subject from dead_letter where replaying")
        .execute()
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new DeadLetterKey(row.getString("consumer"), row.getString("subject")))
                .toList());
  }
}
