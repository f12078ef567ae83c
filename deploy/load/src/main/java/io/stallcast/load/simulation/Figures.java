package io.stallcast.load.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * How often each thing was done within what is measured, and how long that took: Gatling's open
 * edition tells it to people alone. Safe for use by several threads.
 */
final class Figures {
  private static final int DIGITS = 3;

  private final Map<String, ConcurrentHistogram> times = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

  void done(String what, Duration took) {
    times
        .computeIfAbsent(what, name -> new ConcurrentHistogram(DIGITS))
        .recordValue(took.toNanos() / 1000);
  }

  void failed(String what) {
    failures.computeIfAbsent(what, name -> new LongAdder()).increment();
  }

  /** Writes {@code <what>.count}, {@code .failed}, {@code .p50} and {@code .p99} (milliseconds). */
  void write(Path file) {
    Properties figures = new Properties();
    times.forEach((what, histogram) -> {
      figures.setProperty(what + ".count", "" + histogram.getTotalCount());
      figures.setProperty(what + ".p50", "" + histogram.getValueAtPercentile(50) / 1000.0);
      figures.setProperty(what + ".p99", "" + histogram.getValueAtPercentile(99) / 1000.0);
    });
    failures.forEach((what, count) -> figures.setProperty(what + ".failed", "" + count.sum()));
    try (Writer writer = Files.newBufferedWriter(file)) {
      figures.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
