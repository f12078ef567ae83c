package io.stallcast.stack;

import io.stallcast.platform.embedded.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;

/** What has to be so before anything is started; each refusal is one sentence. */
final class Preflight {
  /** What a stack of one pod each takes when it is used, with something to spare. */
  static final long MEMORY_MIB = 2560;

  /** What each pod more takes. */
  static final long POD_MIB = 320;

  private Preflight() {}

  static void check(StackSettings settings) {
    takenPort(settings.ports(), port -> !Ports.isFree(port)).ifPresent(Preflight::refuse);
    unbuilt(settings).ifPresent(Preflight::refuse);
    availableMemory().stream()
        .mapToObj(available -> tooLittleMemory(available, neededMib(settings.replicas())))
        .flatMap(Optional::stream)
        .forEach(Preflight::refuse);
  }

  static Optional<String> takenPort(Map<String, Integer> ports, IntPredicate taken) {
    return ports.entrySet().stream()
        .filter(port -> taken.test(port.getValue()))
        .findFirst()
        .map(port ->
            "Port %d (%s) is taken: end what listens there, or choose others with %s."
                .formatted(port.getValue(), port.getKey(), option(port.getKey())));
  }

  static long neededMib(Replicas replicas) {
    return MEMORY_MIB + POD_MIB * replicas.extra();
  }

  static Optional<String> tooLittleMemory(long availableMib, long neededMib) {
    return availableMib >= neededMib
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "Stallcast needs %.1f GiB of free memory and this machine has %.1f GiB: end"
                    + " something else, or leave services out with --without.",
                neededMib / 1024.0,
                availableMib / 1024.0));
  }

  private static Optional<String> unbuilt(StackSettings settings) {
    return Topology.applications().stream()
        .filter(application -> !settings.without().contains(application.name()))
        .filter(application -> !Files.exists(JavaPart.jarOf(settings.root(), application)))
        .findFirst()
        .map(application ->
            "%s is not built: start the stack with deploy/stack/run, which builds it."
                .formatted(application.name()));
  }

  private static String option(String part) {
    return part.equals(Topology.GATEWAY) ? "--port" : "--ports-from";
  }

  private static OptionalLong availableMemory() {
    try {
      return Files.readAllLines(Path.of("/proc/meminfo")).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }

  static void refuse(String sentence) {
    throw new StackFailure(sentence);
  }
}
