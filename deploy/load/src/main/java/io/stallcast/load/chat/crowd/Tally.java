package io.stallcast.load.chat.crowd;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What was heard within a time, and how long it was on its way. */
final class Tally {
  private static final int DIGITS = 3;

  private final Histogram micros = new Histogram(DIGITS);
  private final long begun = System.nanoTime();
  private double seconds;
  private long refused;

  void heard(long nanos) {
    micros.recordValue(Math.max(0, nanos / 1000));
  }

  void refused() {
    refused++;
  }

  void end() {
    seconds = (System.nanoTime() - begun) / 1e9;
  }

  double perSecond() {
    return micros.getTotalCount() / seconds;
  }

  /** {@code seconds}, {@code heard}, {@code refused}, {@code p50} and {@code p99} in ms. */
  Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("seconds", seconds);
    values.put("heard", (double) micros.getTotalCount());
    values.put("refused", (double) refused);
    values.put("p50", micros.getValueAtPercentile(50) / 1000.0);
    values.put("p99", micros.getValueAtPercentile(99) / 1000.0);
    return values;
  }
}
