package io.stallcast.load;

import io.stallcast.stack.Part;
import io.stallcast.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time that processes have used, from {@code /proc}.
 *
 * @param seconds by the name of the part; a part's children count as the part
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcessorTime(Map<String, Double> seconds) {
  private static final double TICKS_PER_SECOND = 100;

  /** Of all parts of a stack, and of the process that makes the load. */
  static ProcessorTime of(Stack stack, ProcessHandle load) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Part part : stack.parts()) {
      seconds.put(part.name(), seconds(part.processes()));
    }
    seconds.put("load", seconds(Stream.of(load)));
    return new ProcessorTime(seconds);
  }

  /** What was used since {@code earlier}. */
  ProcessorTime since(ProcessorTime earlier) {
    Map<String, Double> difference = new LinkedHashMap<>(seconds);
    difference.replaceAll((name, used) -> used - earlier.seconds.getOrDefault(name, 0.0));
    return new ProcessorTime(difference);
  }

  double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double seconds(Stream<ProcessHandle> processes) {
    return processes.mapToDouble(process -> seconds(process.pid())).sum();
  }

  /** With that of its children that have ended; 0 where it has ended itself. */
  static double seconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = 11; field <= 14; field++) { // utime, stime, cutime, cstime
        ticks += Long.parseLong(fields[field]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (IOException ended) {
      return 0;
    }
  }
}
