package io.stallcast.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A simulation that runs in a process of its own. */
final class GatlingRun {
  private static final String MAIN = "io.gatling.app.Gatling";

  private final Process process;
  private final Path results;
  private final Path log;

  private GatlingRun(Process process, Path results, Path log) {
    this.process = process;
    this.results = results;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param simulation the class of the simulation
   * @param settings its system properties
   * @param report the folder of its report; what it says goes beside it
   */
  static GatlingRun start(Class<?> simulation, Map<String, String> settings, Path report) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of("-s", simulation.getName(), "-rf", report.toString()));
    Path log = report.resolveSibling(report.getFileName() + ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new GatlingRun(process, report, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** Waits until that time; fails where the simulation ends before. */
  void sleepUntil(Instant time) throws InterruptedException {
    long millis = Math.max(0, Duration.between(Instant.now(), time).toMillis());
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("Gatling ended early: see " + log);
    }
  }

  /** Only after its end. */
  LoadReport report() {
    return LoadReport.in(results);
  }

  void awaitEnd() throws InterruptedException {
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("Gatling did not end: see " + log);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("Gatling failed: see " + log);
    }
  }
}
