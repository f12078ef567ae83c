package io.stallcast.stack;

import io.stallcast.platform.embedded.Lifeline;
import io.stallcast.platform.embedded.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a JVM by a command line and watches over it. */
final class JavaPart implements JvmPart {
  private static final Duration FAREWELL = Duration.ofSeconds(25);

  /** Enough for all of them at once to leave a {@link ClassArchive} each. */
  private static final Duration FAREWELL_WITH_ARCHIVE = Duration.ofMinutes(2);

  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final String name;
  private final List<String> command;
  private final Path folder;
  private final Path log;
  private final Readiness readiness;

  private Map<String, String> environment = Map.of();
  private Process process;
  private Lifeline lifeline;

  JavaPart(String name, List<String> command, Path folder, Path log, Readiness readiness) {
    this.name = name;
    this.command = List.copyOf(command);
    this.folder = folder;
    this.log = log;
    this.readiness = readiness;
  }

  /** What a build leaves of an application. */
  static Path jarOf(Path root, Application application) {
    return root.resolve(application.folder()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /**
   * A command line for a JVM of this size, by the JDK that runs the stack. One compiler only: the
   * second one's time would delay the start of a machine with few processors.
   */
  static List<String> java(int heapMib, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      // a session of its own keeps the terminal's Ctrl-C from it: the stack ends it in its turn
      command.add(SETSID.toString());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMib + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(arguments);
    return command;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  @Override
  public void start() {
    if (lifeline != null) {
      lifeline.close();
    }
    try {
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      process = builder.start();
      lifeline = Lifeline.of(process.pid(), Signal.KILL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void setEnvironment(Map<String, String> variables) {
    environment = Map.copyOf(variables);
  }

  @Override
  public void awaitReady(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!readiness.isReached(process.pid())) {
      if (!process.isAlive()) {
        throw new StackFailure("%s ended while it started: see %s.".formatted(name, log));
      }
      if (System.nanoTime() > deadline) {
        throw new StackFailure(
            "%s was not ready within %d s: see %s.".formatted(name, patience.toSeconds(), log));
      }
      pauseBriefly();
    }
  }

  @Override
  public void stop() {
    Signal.CONT.send(process.pid());
    Signal.TERM.send(process.pid());
    try {
      if (!process.waitFor(farewell().toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lifeline.close();
  }

  private Duration farewell() {
    return command.contains(ClassArchive.MAKE) ? FAREWELL_WITH_ARCHIVE : FAREWELL;
  }

  private static void pauseBriefly() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.");
    }
  }
}
