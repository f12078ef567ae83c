package io.stallcast.stack;

import io.stallcast.stack.demo.Demo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The README's first command. */
@Command(
    name = "deploy/stack/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = "Stallcast 1.0.0-SNAPSHOT",
    description = {
      "Builds what is missing and runs all of Stallcast on this machine: PostgreSQL, a Kafka"
          + " broker, every service and the gateway, each as a process.",
      "Ctrl-C ends it. The data stays for the next start."
    })
final class StackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where data, logs and mails are kept (.stallcast in the repository).")
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where the shop answers (${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--ports-from",
      paramLabel = "PORT",
      description = "Gives all other parts the ports from this one on, in place of their usual.")
  private Integer portsFrom;

  @Option(
      names = "--replicas",
      paramLabel = "SERVICE=N",
      description = "Runs N pods of a service, each a process, in place of one; repeatable.")
  private Map<String, Integer> replicas = new LinkedHashMap<>();

  @Option(
      names = "--without",
      paramLabel = "SERVICE",
      description = "Leaves a service out, for it to run in dev mode beside the rest; repeatable.")
  private Set<String> without = new LinkedHashSet<>();

  @Option(names = "--reset", description = "Drops the data of earlier runs first.")
  private boolean reset;

  @Option(names = "--no-demo", description = "Starts an empty shop.")
  private boolean noDemo;

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description =
          "An option for every JVM of the stack; repeatable. --jvm=-XX:TieredStopAtLevel=4 starts"
              + " more slowly and serves more. --jvm=-XX:+AutoCreateSharedArchive makes later starts"
              + " quicker.")
  private List<String> jvm = List.of();

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("");

  public static void main(String[] arguments) {
    Quiet.logs();
    System.exit(new CommandLine(new StackCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      run(new Console(spec.commandLine().getOut()), settings());
      return 0;
    } catch (StackFailure e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  StackSettings settings() {
    Path repository = root.toAbsolutePath().normalize();
    Path folder = data == null ? repository.resolve(".stallcast") : data;
    Replicas.mistake(replicas).ifPresent(this::refuse);
    return StackSettings.lasting(repository, folder)
        .replicas(replicas)
        .on(ports())
        .without(known(without))
        .jvm(jvm);
  }

  private void run(Console console, StackSettings settings) throws InterruptedException {
    var ended = new CountDownLatch(1);
    Stack stack = Stack.open(settings, console);
    stack.check();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, console, ended)));
    if (reset) {
      stack.reset();
    }
    console.starting(settings);
    startParts(stack, ended);
    Duration took = sinceStart();
    if (!noDemo) {
      loadDemo(new Demo(stack.gateway()), stack.marker("demo"), console);
    }
    console.ready(stack, settings, took);
    ended.await();
  }

  /** Who is stopped while starting fails too, but has nothing to say about it. */
  private static void startParts(Stack stack, CountDownLatch ended) throws InterruptedException {
    try {
      stack.startParts();
    } catch (StackFailure e) {
      if (stack.isClosing()) {
        ended.await();
      }
      throw e;
    }
  }

  /** A shop without its demo is a shop all the same: what is wrong with it is only told. */
  private static void loadDemo(Demo demo, Path marker, Console console)
      throws InterruptedException {
    try {
      if (!Files.exists(marker)) {
        console.loadingDemo();
        demo.load();
        Files.createFile(marker);
      }
      console.logIns(demo.logIns());
    } catch (IOException e) {
      console.demoFailed(e.getMessage());
    }
  }

  private static void end(Stack stack, Console console, CountDownLatch ended) {
    console.stopping();
    stack.close();
    console.stopped();
    ended.countDown();
  }

  private static Duration sinceStart() {
    var started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return Duration.ofMillis(System.currentTimeMillis() - started);
  }

  private Map<String, Integer> ports() {
    Map<String, Integer> ports = new LinkedHashMap<>(Topology.ports(new Replicas(replicas)));
    if (portsFrom != null) {
      var next = IntStream.iterate(portsFrom, last -> last + 1).iterator();
      ports.replaceAll((name, usual) -> next.next());
    }
    ports.put(Topology.GATEWAY, port);
    return ports;
  }

  private Set<String> known(Set<String> names) {
    List<String> all = Topology.names().toList();
    for (String name : names) {
      if (!all.contains(name)) {
        refuse(Topology.unknown(name));
      }
      if (replicas.containsKey(name)) {
        refuse(name + " is left out: it can have no pods.");
      }
    }
    return names;
  }

  private void refuse(String sentence) {
    throw new ParameterException(spec.commandLine(), sentence);
  }
}
