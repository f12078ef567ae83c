package io.stallcast.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a process tells of itself.
 *
 * @param lines in Prometheus' text format
 */
public record Metrics(List<String> lines) {

  /** As they are now, of the process at that address. */
  public static Metrics of(String url) {
    try (var page = URI.create(url + "/q/metrics").toURL().openStream()) {
      return new Metrics(new String(page.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all series of that name whose labels contain all of these; 0 where there is none. */
  public double sum(String name, String... labels) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains))
        .mapToDouble(Metrics::value)
        .sum();
  }

  /** Behind the labels; what may follow are a time and an exemplar. */
  private static double value(String line) {
    return Double.parseDouble(line.substring(line.indexOf('}') + 1).strip().split(" ")[0]);
  }
}
