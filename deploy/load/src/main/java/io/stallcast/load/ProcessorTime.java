package io.stallcast.load;

import io.stallcast.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Processor time that processes have used, from {@code /proc}.
 *
 * @param seconds by the name of the part; a part's children count as the part
 * @param compiling what all of them together have used of it to compile code just in time
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public record ProcessorTime(Map<String, Double> seconds, double compiling) {
  private static final double TICKS_PER_SECOND = 100;

  /** Of all parts of a stack, and of the process that makes the load. */
  static ProcessorTime of(Stack stack, ProcessHandle load) {
    Map<String, Stream<ProcessHandle>> all = new LinkedHashMap<>();
    stack.parts().forEach(part -> all.put(part.name(), part.processes()));
    all.put("load", Stream.of(load));
    return of(all);
  }

  /** Of these processes, by whatever name they go. */
  public static ProcessorTime of(Map<String, Stream<ProcessHandle>> processes) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    double compiling = 0;
    for (Map.Entry<String, Stream<ProcessHandle>> part : processes.entrySet()) {
      List<Long> pids = part.getValue().map(ProcessHandle::pid).toList();
      seconds.put(part.getKey(), pids.stream().mapToDouble(ProcessorTime::seconds).sum());
      compiling += pids.stream().mapToDouble(ProcessorTime::compiling).sum();
    }
    return new ProcessorTime(seconds, compiling);
  }

  /** What was used since {@code earlier}. */
  public ProcessorTime since(ProcessorTime earlier) {
    Map<String, Double> difference = new LinkedHashMap<>(seconds);
    difference.replaceAll((name, used) -> used - earlier.seconds.getOrDefault(name, 0.0));
    return new ProcessorTime(difference, compiling - earlier.compiling);
  }

  /** Of all of them. */
  public double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** With that of its children that have ended; 0 where it has ended itself. */
  static double seconds(long pid) {
    return seconds(Path.of("/proc", "" + pid, "stat"), 11, 14); // utime, stime, cutime, cstime
  }

  /** Of a JVM's compiler threads. */
  static double compiling(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", "" + pid, "task"))) {
      return threads
          .filter(ProcessorTime::isCompiler)
          .mapToDouble(thread -> seconds(thread.resolve("stat"), 11, 12))
          .sum();
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }

  private static boolean isCompiler(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\n");
    } catch (IOException ended) {
      return false;
    }
  }

  private static double seconds(Path stat, int from, int to) {
    try {
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return IntStream.rangeClosed(from, to).mapToLong(i -> Long.parseLong(fields[i])).sum()
          / TICKS_PER_SECOND;
    } catch (IOException ended) {
      return 0;
    }
  }
}
