package io.stallcast.streaming.reaction;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reactions added up, until they are taken away. Safe for use by several threads. */
final class Applause {
  /** Emojis of a stream that are told apart; more than anybody looks at in a second. */
  private static final int MOST_KINDS = 32;

  private Map<UUID, Map<String, Integer>> counts = new HashMap<>();

  /** So many more; another emoji is left out where there are too many kinds already. */
  synchronized void add(UUID streamId, String emoji, int times) {
    var ofStream = counts.computeIfAbsent(streamId, id -> new HashMap<>());
    if (ofStream.size() < MOST_KINDS || ofStream.containsKey(emoji)) {
      ofStream.merge(emoji, times, Integer::sum);
    }
  }

  /** What has come together since this was last asked, by stream. */
  synchronized Map<UUID, Map<String, Integer>> take() {
    var taken = counts;
    counts = new HashMap<>();
    return taken;
  }
}
