package io.stallcast.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The memory that processes hold; pages that several share are counted once. */
final class Memory {
  private Memory() {}

  /** In KiB; 0 where this system does not tell. */
  static long residentKib(Stream<ProcessHandle> processes) {
    return processes.mapToLong(process -> residentKib(process.pid())).sum();
  }

  static String inGib(long kib) {
    return String.format(Locale.ROOT, "%.2f GiB", kib / 1024.0 / 1024.0);
  }

  private static long residentKib(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", "" + pid, "smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException goneOrNotLinux) {
      return 0;
    }
  }
}
