package io.stallcast.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When each who has written within {@link #MEMORY} has written last: a part of the fold, and so the
 * same on every pod. Used by one thread at a time.
 */
public final class LastSent {
  /** By the records' times; no slow mode is longer. */
  public static final Duration MEMORY = Duration.ofMinutes(10);

  /** In the order of their times. */
  private final LinkedHashMap<UUID, Instant> times = new LinkedHashMap<>();

  LastSent() {}

  void note(UUID author, Instant time) {
    times.remove(author);
    times.put(author, time);
  }

  /** Takes over what was kept. */
  void note(Map<UUID, Instant> kept) {
    kept.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(last -> note(last.getKey(), last.getValue()));
  }

  /** Lets go of what is too old at that time to be asked for. */
  void forget(Instant now) {
    var horizon = now.minus(MEMORY);
    var oldest = times.values().iterator();
    while (oldest.hasNext() && oldest.next().isBefore(horizon)) {
      oldest.remove();
    }
  }

  /** Empty where that is long ago. */
  Optional<Instant> by(UUID author) {
    return Optional.ofNullable(times.get(author));
  }
}
