package io.stallcast.load.start;

import io.stallcast.load.ResidentMemory;
import io.stallcast.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How an application is started by its image, here: the same JVM options, with the heap that a
 * container of 768 MiB gives it.
 *
 * @param jar what is started
 * @param folder where its configuration is
 * @param ready where it says that it is ready
 */
record Launch(Path jar, Path folder, URI ready) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx499m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The same application in the same place as a part that runs. */
  static Launch like(Part part, String address) throws IOException {
    String[] arguments = part.process().info().arguments().orElseThrow();
    return new Launch(
        Path.of(arguments[arguments.length - 1]),
        Files.readSymbolicLink(Path.of("/proc", "" + part.process().pid(), "cwd")),
        URI.create(address + "/q/health/ready"));
  }

  /** Leaves what a start has loaded in a file, as the image's build does. */
  Path train(Path cache) throws IOException, InterruptedException {
    ProcessBuilder training = command(List.of("-XX:AOTCacheOutput=" + cache));
    training.environment().put("QUARKUS_INIT_AND_EXIT", "true");
    training.environment().put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
    Process process = training.start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("No AOT cache of " + jar + " came of it.");
    }
    return cache;
  }

  /** Starts it, measures, and ends it. */
  Started start(List<String> more) throws IOException, InterruptedException {
    long since = System.nanoTime();
    Process process = command(more).start();
    try {
      awaitReady(process, since + PATIENCE.toNanos());
      double seconds = (System.nanoTime() - since) / 1e9;
      return new Started(seconds, ResidentMemory.of(process.toHandle()) / 1024.0 / 1024.0);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private ProcessBuilder command(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(more);
    command.addAll(List.of("-jar", jar.toString()));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private void awaitReady(Process process, long deadline) throws InterruptedException {
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(jar + " did not become ready.");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private boolean isReady() throws InterruptedException {
    var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
