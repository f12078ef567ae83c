package io.stallcast.streaming.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Has it written down, beat by beat, who watches a live stream for the first time, and how many
 * watch. Called by the audience's thread alone.
 */
@ApplicationScoped
class StatisticsKeeper {
  private static final Logger LOG = Logger.getLogger(StatisticsKeeper.class);

  private final StatisticsTable table;

  /** Of the live streams that are watched here, the viewers that are written down already. */
  private final Map<UUID, Set<Long>> written = new HashMap<>();

  private final AtomicBoolean writing = new AtomicBoolean();
  private volatile long lastWritten = System.nanoTime();

  StatisticsKeeper(StatisticsTable table) {
    this.table = table;
  }

  void onAir(UUID streamId, boolean live) {
    if (live) {
      written.computeIfAbsent(streamId, id -> ConcurrentHashMap.newKeySet());
    } else {
      written.remove(streamId);
    }
  }

  /** A beat is over. While the last one is still being written, it is left to the next. */
  void note(Tally tally, Map<UUID, Long> counts, long nanos) {
    if (writing.compareAndSet(false, true)) {
      var newcomers = newcomers(tally);
      var known = Map.copyOf(written);
      var watching = tally.isScribe() ? Map.copyOf(counts) : Map.<UUID, Long>of();
      var since = Duration.ofNanos(nanos - lastWritten);
      table
          .addViewers(newcomers)
          .chain(() -> table.addCounts(watching, since))
          .onTermination()
          .invoke(() -> writing.set(false))
          .subscribe()
          .with(done -> noted(known, newcomers, nanos), StatisticsKeeper::notNoted);
    }
  }

  private Map<UUID, Set<Long>> newcomers(Tally tally) {
    return written.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> without(tally.localKeys(e.getKey()), e.getValue())));
  }

  private void noted(Map<UUID, Set<Long>> known, Map<UUID, Set<Long>> newcomers, long nanos) {
    lastWritten = nanos;
    newcomers.forEach((streamId, keys) -> known.get(streamId).addAll(keys));
  }

  private static Set<Long> without(Set<Long> present, Set<Long> known) {
    return present.stream().filter(key -> !known.contains(key)).collect(Collectors.toSet());
  }

  private static void notNoted(Throwable failure) {
    LOG.warnf("Statistics not written: %s", failure.getMessage());
  }
}
