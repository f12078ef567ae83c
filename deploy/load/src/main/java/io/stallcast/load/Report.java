package io.stallcast.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table that is read in the end, a block for each load; it grows while the suite runs. */
public final class Report {
  private final PrintWriter out;
  private final Duration warmUp;
  private final Duration measured;

  Report(PrintWriter out, Duration warmUp, Duration measured, List<String> jvm) {
    this.out = out;
    this.warmUp = warmUp;
    this.measured = measured;
    say(
        "%d processors, everything on them, the load too; %d s of warm-up, %d s measured; fsync on,"
            + " acks=all, traces 1 %%; every JVM with %s",
        Runtime.getRuntime().availableProcessors(),
        warmUp.toSeconds(),
        measured.toSeconds(),
        String.join(" ", jvm));
  }

  /** Before each measurement. */
  public Duration warmUp() {
    return warmUp;
  }

  /** Of each measurement. */
  public Duration measured() {
    return measured;
  }

  /** Says how busy the machine is before the load begins: figures of a shared one are lower. */
  public void begin(String load) throws IOException {
    String busy = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    say("");
    say("%s (load average before: %s)", load, busy);
  }

  void found(int buyers, double confirmed) {
    say("  %4d buyers               %10.1f /s", buyers, confirmed);
  }

  void purchases(Window window, PurchaseTimes times) {
    double seconds = window.seconds();
    say(
        "  confirmed                %10.1f /s   (placed %.1f /s)",
        times.confirmed() / seconds, times.placed() / seconds);
    say("  placed to confirmed      %10.0f ms p50 %10.0f ms p99", times.median(), times.p99());
    requests("as the buyer sees it", window.report().of("purchase"), seconds);
    say(
        "  message to broker        %10.1f ms p50 %10.1f ms p99   (%.1f messages a purchase)",
        window.outbox().percentile(0.5),
        window.outbox().percentile(0.99),
        window.outbox().count() / (double) times.confirmed());
    processorTime(window, times.confirmed(), "purchase");
    page(window);
  }

  void requests(Window window, String what, String service) {
    LoadReport.Done done = window.report().of(what);
    requests(what, done, window.seconds());
    double used = window.processorTime().seconds().getOrDefault(service, Double.NaN);
    say("  for a second of %s's processor time: %.1f", service, done.count() / used);
    processorTime(window, done.count(), what);
    page(window);
  }

  private void requests(String what, LoadReport.Done done, double seconds) {
    say(
        "  %-24s %10.1f /s   %10.1f ms p50 %10.1f ms p99   %d failed",
        what, done.count() / seconds, done.median(), done.p99(), done.failed());
  }

  private void processorTime(Window window, long count, String what) {
    say(
        "  processor time           %10.2f ms a %s (%.2f ms of it compile code), of it",
        perUnit(window.processorTime().total(), count),
        what,
        perUnit(window.processorTime().compiling(), count));
    window.processorTime().seconds().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .filter(used -> used.getValue() > 0.005 * window.processorTime().total())
        .forEach(
            used -> say("    %-22s %10.2f ms", used.getKey(), perUnit(used.getValue(), count)));
  }

  private static double perUnit(double seconds, long count) {
    return 1000 * seconds / count;
  }

  private void page(Window window) {
    say("  %s", window.report().page());
  }

  /** One line more. */
  @SuppressWarnings("AnnotateFormatMethod")
  public void say(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
    out.flush();
  }
}
