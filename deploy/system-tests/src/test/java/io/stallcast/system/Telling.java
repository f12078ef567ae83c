package io.stallcast.system;

import io.stallcast.system.fault.Metrics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What processes tell of themselves, all together.
 *
 * @param series the labels of each series, by the metric's name
 */
record Telling(Map<String, List<Map<String, String>>> series) {
  private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*?)})? .+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** What Prometheus itself says of everybody whom it asks. */
  private static final String OF_PROMETHEUS = "up";

  static Telling of(Collection<String> addresses) {
    Map<String, List<Map<String, String>>> series = new HashMap<>();
    series.put(OF_PROMETHEUS, List.of(Map.of()));
    addresses.stream()
        .flatMap(address -> Metrics.of(address).lines().stream())
        .map(SERIES::matcher)
        .filter(line -> line.matches())
        .forEach(line ->
            series
                .computeIfAbsent(line.group(1), name -> new ArrayList<>())
                .add(labels(line.group(2))));
    return new Telling(series);
  }

  boolean has(String metric) {
    return series.containsKey(metric);
  }

  /** The values that a label of a metric has; none where it has no such label. */
  Stream<String> values(String metric, String label) {
    return series.getOrDefault(metric, List.of()).stream()
        .map(labels -> labels.get(label))
        .filter(Objects::nonNull);
  }

  Set<String> names() {
    return new TreeSet<>(series.keySet());
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    if (text != null) {
      LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
    }
    return labels;
  }
}
