package io.stallcast.load.start;

import io.stallcast.stack.Part;
import io.stallcast.stack.Progress;
import io.stallcast.stack.Stack;
import io.stallcast.stack.StackFailure;
import io.stallcast.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts one service after the other, and prints a table. */
@Command(
    name = "deploy/load/starts",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a stack of its own, and in it one service after the other anew, as its image does:"
          + " with an AOT cache of the JVM and without, in turn.",
      "Prints how long each takes until it is ready, and what it holds of the memory then."
    })
final class StartCommand implements Callable<Integer> {
  private static final String GATEWAY = "gateway";

  @Spec private CommandSpec spec;

  @Option(
      names = "--rounds",
      description = "How often each is started; the median is told (${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new StartCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = StackSettings.temporary(root.toAbsolutePath().normalize());
    Path caches = Files.createTempDirectory("stallcast-aot-");
    try (Stack stack = Stack.start(settings, Progress.SILENT)) {
      head();
      for (String name :
          Stream.concat(StackSettings.services().stream(), Stream.of(GATEWAY)).toList()) {
        String port = name.equals(GATEWAY) ? "management" : name;
        String address = "http://localhost:" + settings.ports().get(port);
        measure(stack.part(name), address, caches.resolve(name + ".aot"));
      }
      return 0;
    } catch (StackFailure e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    } finally {
      delete(caches);
    }
  }

  private void measure(Part part, String address, Path file)
      throws IOException, InterruptedException {
    Launch launch = Launch.like(part, address);
    part.stop();
    Path cache = launch.train(file);
    List<Started> plain = new ArrayList<>();
    List<Started> cached = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      plain.add(launch.start(List.of()));
      cached.add(launch.start(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache)));
    }
    part.restart();
    row(part.name(), Started.median(plain), Started.median(cached));
  }

  private void head() throws IOException {
    String busy = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    say(
        "%d processors (load average before: %s), JDK %s, median of %d starts",
        Runtime.getRuntime().availableProcessors(), busy, Runtime.version().feature(), rounds);
    say("%-22s%20s%24s", "", "ready after, s", "resident, MiB");
    say("%-22s%10s%12s%12s%12s", "", "", "AOT cache", "", "AOT cache");
  }

  private void row(String name, Started plain, Started cached) {
    say(
        "%-22s%10.2f%12.2f%12.0f%12.0f",
        name, plain.seconds(), cached.seconds(), plain.mebibytes(), cached.mebibytes());
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
