package io.stallcast.load.chat;

import io.stallcast.load.chat.crowd.CrowdProcess;
import io.stallcast.load.chat.crowd.Milestone;
import io.stallcast.platform.embedded.Lifeline;
import io.stallcast.platform.embedded.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A crowd's process, and what is seen of the server while it runs. */
final class CrowdRun implements AutoCloseable {
  private final ChatServer server;
  private final Process process;
  private final Lifeline lifeline;
  private final Path log;
  private final Map<String, Usage> begun = new LinkedHashMap<>();
  private final Map<String, Measured> measured = new LinkedHashMap<>();

  private CrowdRun(ChatServer server, Process process, Path log) {
    this.server = server;
    this.process = process;
    this.lifeline = Lifeline.of(process.pid(), Signal.KILL);
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param settings its system properties besides those of the server
   * @param log where its errors go
   */
  static CrowdRun start(ChatServer server, Map<String, String> settings, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    // with Netty's other allocator the JVM spent a sixth of a processor on safepoints
    command.add("-Dio.netty.allocator.type=pooled");
    command.add("-Dio.netty.buffer.checkBounds=false");
    command.add("-Dio.netty.buffer.checkAccessible=false");
    command.add("-Ddialect=" + server.dialect());
    command.add("-Dport=" + server.port());
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), CrowdProcess.class.getName()));
    try {
      return new CrowdRun(
          server, new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Watches it until its end.
   *
   * @return what was measured, by name
   */
  Map<String, Measured> watch(Consumer<Milestone> progress) throws InterruptedException {
    try (BufferedReader output = process.inputReader()) {
      output
          .lines()
          .map(Milestone::parse)
          .flatMap(Optional::stream)
          .forEach(milestone -> {
            look(milestone);
            progress.accept(milestone);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The crowd of " + server.title() + " failed: see " + log);
    }
    return measured;
  }

  private void look(Milestone milestone) {
    String name = milestone.name();
    if (name.startsWith(Milestone.BEGIN)) {
      begun.put(name.substring(Milestone.BEGIN.length()), now());
    } else if (name.startsWith(Milestone.END)) {
      String what = name.substring(Milestone.END.length());
      measured.put(what, begun.get(what).until(now(), milestone));
    }
  }

  private Usage now() {
    return Usage.of(server, process.toHandle());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    lifeline.close();
  }
}
