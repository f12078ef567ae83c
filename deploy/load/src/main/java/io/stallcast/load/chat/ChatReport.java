package io.stallcast.load.chat;

import io.stallcast.load.Report;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The two servers side by side, and by how much ours is ahead. */
final class ChatReport {
  private static final String HEARD = "heard";
  private static final double LONGEST_P99 = 100;
  private static final double MOST_MEMORY = 27_000;
  private static final double HALL_FLOOR = 2;
  private static final double PARLOURS_FLOOR = 1;

  private final Report report;
  private final String ours;
  private final String theirs;

  ChatReport(Report report, String ours, String theirs) {
    this.report = report;
    this.ours = ours;
    this.theirs = theirs;
  }

  /** What both have done in the same gathering, by the names of what was measured. */
  void compare(Gathering gathering, Map<String, Measured> ours, Map<String, Measured> theirs) {
    report.say("  %-34s %15s %15s %8s", gathering.title(), this.ours, this.theirs, "ratio");
    if (gathering.inFlight().isEmpty()) {
      var idle = new Pair(ours.get("idle"), theirs.get("idle"));
      memory(idle);
      arrivals(new Pair(ours.get("arrival"), theirs.get("arrival")));
    } else {
      double floor = gathering.rooms() == 1 ? HALL_FLOOR : PARLOURS_FLOOR;
      saturation(new Pair(ours.get("saturation"), theirs.get("saturation")), floor);
      half(new Pair(ours.get("half"), theirs.get("half")), floor);
    }
  }

  private record Pair(Measured ours, Measured theirs) {}

  private void memory(Pair idle) {
    double memory = row("resident memory of one, KB", idle, m -> m.grown() / people(m) / 1000);
    floor("at most 27 KB of ours", memory * 1000 <= MOST_MEMORY);
  }

  private static double people(Measured measured) {
    return measured.told().of("people");
  }

  private void arrivals(Pair arrivals) {
    row("accepted, /s", arrivals, m -> m.rate("people"));
    row("accepted for 1 s of its CPU", arrivals, m -> m.perProcessorSecond("people"));
    others(arrivals);
  }

  private void saturation(Pair saturation, double floor) {
    row("delivered at saturation, /s", saturation, m -> m.rate(HEARD));
    talk(saturation, floor);
    row("  messages in flight in a room", saturation, m -> m.told().of("inFlight"));
  }

  private void half(Pair half, double floor) {
    row("delivered at half of it, /s", half, m -> m.rate(HEARD));
    talk(half, floor);
    floor("p99 of ours at most 100 ms", half.ours.told().of("p99") <= LONGEST_P99);
  }

  private void talk(Pair pair, double floor) {
    row("  p50, ms", pair, m -> m.told().of("p50"));
    row("  p99, ms", pair, m -> m.told().of("p99"));
    row("  refused", pair, m -> m.told().of("refused"));
    ToDoubleFunction<Measured> perSecond = m -> m.perProcessorSecond(HEARD);
    row("  delivered for 1 s of its CPU", pair, perSecond);
    double ratio = perSecond.applyAsDouble(pair.ours) / perSecond.applyAsDouble(pair.theirs);
    floor("at least %.0f x theirs".formatted(floor), ratio >= floor);
    others(pair);
  }

  /** Processors that were busy all the time, and for what. */
  private void others(Pair pair) {
    row("  processors busy for it", pair, m -> m.server().total() / seconds(m));
    row("    of them, compiling", pair, m -> m.server().compiling() / seconds(m));
    pair.ours.others().seconds().keySet().stream()
        .sorted()
        .forEach(name -> row("    beside it: " + name, pair, m -> used(m, name) / seconds(m)));
  }

  private static double used(Measured measured, String name) {
    return measured.others().seconds().getOrDefault(name, 0.0);
  }

  private static double seconds(Measured measured) {
    return measured.told().of("seconds");
  }

  /** Returns ours. */
  private double row(String title, Pair pair, ToDoubleFunction<Measured> value) {
    double left = value.applyAsDouble(pair.ours);
    double right = value.applyAsDouble(pair.theirs);
    String ratio = right == 0 ? "" : number(left / right);
    report.say("  %-34s %15s %15s %8s", title, number(left), number(right), ratio);
    return left;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.2f", value);
  }

  private void floor(String floor, boolean met) {
    report.say("    %s: %s", floor, met ? "met" : "NOT met");
  }
}
