package io.stallcast.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many pods each application has: one, where nothing is said.
 *
 * @param counts by the application's name
 */
public record Replicas(Map<String, Integer> counts) {
  static final Replicas ONE_EACH = new Replicas(Map.of());
  static final int MOST = 8;

  public Replicas {
    counts = Map.copyOf(counts);
  }

  /** What is wrong with these wishes, in one sentence; empty where nothing is. */
  static Optional<String> mistake(Map<String, Integer> wishes) {
    return wishes.entrySet().stream()
        .flatMap(wish -> mistake(wish.getKey(), wish.getValue()).stream())
        .findFirst();
  }

  private static Optional<String> mistake(String name, int count) {
    if (Topology.names().noneMatch(name::equals)) {
      return Optional.of(Topology.unknown(name));
    }
    if (!Topology.isService(name)) {
      return Optional.of("Only services have several pods: " + name + " is one process.");
    }
    return count >= 1 && count <= MOST
        ? Optional.empty()
        : Optional.of("%s can have 1 to %d pods, not %d.".formatted(name, MOST, count));
  }

  int of(String application) {
    return counts.getOrDefault(application, 1);
  }

  /** Whether an address is needed behind which all of its pods stand. */
  boolean areSeveral(String application) {
    return of(application) > 1;
  }

  /** The pods of an application, the first one first. */
  List<Pod> pods(Application application) {
    return IntStream.rangeClosed(1, of(application.name()))
        .mapToObj(number -> new Pod(application, number))
        .toList();
  }

  /** The names of an application's pods. */
  Stream<String> names(String application) {
    return IntStream.rangeClosed(1, of(application))
        .mapToObj(number -> Pod.name(application, number));
  }

  /** How many pods there are besides the first of each. */
  int extra() {
    return counts.values().stream().mapToInt(count -> count - 1).sum();
  }
}
