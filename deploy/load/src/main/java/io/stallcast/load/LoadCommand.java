package io.stallcast.load;

import io.stallcast.load.LoadSuite.Part;
import io.stallcast.load.chat.ChatComparison;
import io.stallcast.load.chat.SocketIo;
import io.stallcast.load.chat.SocketIoMissing;
import io.stallcast.stack.Progress;
import io.stallcast.stack.Stack;
import io.stallcast.stack.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the whole does under load, and prints a table. */
@Command(
    name = "deploy/load/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a stack of its own and puts it under one load after the other: purchases at"
          + " saturation and at half of it, product reads, logins, refreshes; and has people chat"
          + " by chat-service and by a socket.io server, one after the other.",
      "Prints a table, and leaves Gatling's pages beside it in deploy/load/target/results."
    })
final class LoadCommand implements Callable<Integer> {
  private static final Set<String> NOT_FOR_CHAT =
      Set.of(
          "catalog-service",
          "order-service",
          "payment-service",
          "notification-service",
          "test-provider");

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      split = ",",
      description = "Some of ${COMPLETION-CANDIDATES}; all where absent.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = "--warm-up",
      description = "Seconds before each measurement (${DEFAULT-VALUE}; of the chat at most 20).")
  private int warmUp = 120;

  @Option(
      names = "--measured",
      description = "Seconds of each measurement (${DEFAULT-VALUE}; of the chat at most 30).")
  private int measured = 180;

  @Option(
      names = "--buyers",
      split = ",",
      description = {
        "How many buy at the same time, in one short load after the other, to find saturation"
            + " (${DEFAULT-VALUE}): what sells most is measured."
      })
  private List<Integer> buyers = List.of(32, 64, 128, 192);

  @Option(
      names = "--jvm",
      description = "An option for every JVM of the stack; repeatable (${DEFAULT-VALUE}).")
  private List<String> jvm = List.of("-XX:TieredStopAtLevel=4", "-Xmx512m");

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("");

  public static void main(String[] arguments) {
    var command = new CommandLine(new LoadCommand());
    System.exit(command.setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      measure(root.toAbsolutePath().normalize());
      return 0;
    } catch (StackFailure | SocketIoMissing e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private void measure(Path repository) throws IOException, InterruptedException {
    Path module = repository.resolve("deploy/load");
    Path results = Files.createDirectories(module.resolve("target/results"));
    boolean talks = parts.contains(Part.CHAT);
    boolean shops = parts.stream().anyMatch(part -> part != Part.CHAT);
    Optional<SocketIo> socketIo = talks ? Optional.of(SocketIo.install(module)) : Optional.empty();
    PrintWriter out = spec.commandLine().getOut();
    var report = new Report(out, Duration.ofSeconds(warmUp), Duration.ofSeconds(measured), jvm);
    Set<String> without = shops ? Set.of() : NOT_FOR_CHAT;
    try (Stack stack = LoadStack.start(repository, jvm, without, Progress.SILENT)) {
      if (shops) {
        new LoadSuite(stack, results, report).run(parts, buyers);
      }
      if (socketIo.isPresent()) {
        new ChatComparison(stack, socketIo.get(), results, report).run();
      }
    }
  }
}
