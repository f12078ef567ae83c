package io.stallcast.load.start;

import java.util.Comparator;
import java.util.List;

/**
 * A start, from the process to the first time that it says it is ready.
 *
 * @param seconds how long it took
 * @param mebibytes what it held of the machine's memory then
 */
record Started(double seconds, double mebibytes) {

  /** Of an odd number of starts. */
  static Started median(List<Started> starts) {
    return new Started(
        middle(starts.stream().map(Started::seconds).toList()),
        middle(starts.stream().map(Started::mebibytes).toList()));
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
  }
}
