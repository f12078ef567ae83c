package io.stallcast.load;

import io.stallcast.stack.Stack;
import io.stallcast.stack.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the whole does under load. */
@Command(name = "deploy/load/run", mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
  @Option(names = "--warm-up", description = "Before each measurement, in seconds (${DEFAULT-VALUE}).")
  private int warmUp = 120;

  @Option(names = "--measured", description = "Each measurement, in seconds (${DEFAULT-VALUE}).")
  private int measured = 180;

  @Option(names = "--buyers", description = "Who buy at the same time at saturation (${DEFAULT-VALUE}).")
  private int buyers = 64;

  @Option(names = "--rate", description = "Purchases a second, in place of saturation.")
  private double rate;

  @Option(names = "--jvm", description = "An option for every service's JVM; repeatable.")
  private List<String> jvm = List.of("-XX:TieredStopAtLevel=4", "-Xmx256m");

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LoadCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path repository = root.toAbsolutePath().normalize();
    Path results = repository.resolve("deploy/load/target/results/" + System.currentTimeMillis());
    try (Stack stack = LoadStack.start(repository, jvm, Progress.SILENT)) {
      var suite =
          new LoadSuite(stack, results, Duration.ofSeconds(warmUp), Duration.ofSeconds(measured));
      Window window = rate > 0 ? suite.purchases(rate) : suite.purchases(buyers);
      var times = PurchaseTimes.between(stack.jdbcUrl("orders"), window.from(), window.to());
      System.out.println(times);
      System.out.printf("%.1f/s%n", times.confirmed() / (double) measured);
      System.out.printf("outbox p50 %.1f p99 %.1f n %d%n", window.outbox().percentile(0.5), window.outbox().percentile(0.99), window.outbox().count());
      window.processorTime().seconds().forEach((part, s) -> System.out.printf("%-25s %7.1f s %6.2f ms%n", part, s, 1000 * s / times.confirmed()));
      System.out.printf("total %.2f ms%n", 1000 * window.processorTime().total() / times.confirmed());
      System.out.println(window.report().page());
      System.out.println(window.report().of("purchase"));
    }
    return 0;
  }
}
