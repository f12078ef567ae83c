package io.stallcast.streaming.audience;

import com.dynatrace.hash4j.hashing.Hashing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.fanout.Ears;
import io.stallcast.platform.fanout.Fanout;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.streaming.Screens;
import io.stallcast.streaming.Viewers;
import io.stallcast.streaming.audience.AudienceEvent.Gone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps the tally of this pod, on a thread of its own, and tells the count. */
@ApplicationScoped
class Census implements Viewers {
  private static final Logger LOG = Logger.getLogger(Census.class);

  private final UUID pod = Identifiers.next();
  private final Map<UUID, Long> counts = new ConcurrentHashMap<>();
  private final Tally tally;
  private final AudienceConfig config;
  private final Fanout fanout;
  private final Screens screens;
  private final StatisticsKeeper statistics;

  /** Once it is shut down, what sockets still say is of no use to anybody. */
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("audience").daemon().factory(), new DiscardPolicy());

  Census(AudienceConfig config, Fanout fanout, Screens screens, StatisticsKeeper statistics) {
    this.tally = new Tally(pod, config, System.nanoTime());
    this.config = config;
    this.fanout = fanout;
    this.screens = screens;
    this.statistics = statistics;
  }

  /** As far back as the others' last full counts. */
  void listen(@Observes Ears ears) {
    Duration lookBack = config.beat().multipliedBy(2L * config.beatsOfRound());
    ears.hear(
        Topic.STREAMING_AUDIENCE,
        AudienceEvent.class,
        lookBack,
        event -> thread.execute(() -> tally.hear(event.data(), System.nanoTime())));
  }

  void start(@Observes StartupEvent started) {
    var beat = config.beat().toMillis();
    thread.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdown();
    say(new Gone(pod));
  }

  @Override
  public long of(UUID streamId) {
    return counts.getOrDefault(streamId, 0L);
  }

  @Override
  public long enter(UUID streamId, UUID viewerId) {
    var key = viewerId == null ? ThreadLocalRandom.current().nextLong() : key(viewerId);
    thread.execute(() -> tally.enter(streamId, key));
    return key;
  }

  @Override
  public void leave(UUID streamId, long key) {
    thread.execute(() -> tally.leave(streamId, key));
  }

  @Override
  public void onAir(UUID streamId, boolean live) {
    thread.execute(() -> statistics.onAir(streamId, live));
  }

  /** A failure must not end the beats to come. */
  private void beat() {
    try {
      var now = System.nanoTime();
      tally.beat(now).forEach(this::say);
      recount();
      statistics.note(tally, counts, now);
    } catch (RuntimeException e) {
      LOG.error("A beat of the audience failed", e);
    }
  }

  private void recount() {
    tally.takeCounts().forEach(this::publish);
    tally.localStreams().forEach(streamId -> screens.count(streamId, of(streamId)));
  }

  private void publish(UUID streamId, long count) {
    if (count == 0) {
      counts.remove(streamId);
    } else {
      counts.put(streamId, count);
    }
  }

  private void say(AudienceEvent event) {
    fanout.say(Topic.STREAMING_AUDIENCE, pod, event);
  }

  private static long key(UUID viewerId) {
    return Hashing.wyhashFinal4()
        .hashStream()
        .putLong(viewerId.getMostSignificantBits())
        .putLong(viewerId.getLeastSignificantBits())
        .getAsLong();
  }
}
