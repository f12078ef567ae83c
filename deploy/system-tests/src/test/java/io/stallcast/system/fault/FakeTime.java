package io.stallcast.system.fault;

import io.stallcast.stack.JvmPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The clock of a machine, as one process sees it: it can be put forward and back while the process
 * runs. What counts on monotonically goes on as it does when a real clock is set.
 *
 * @see <a href="https://github.com/wolfcw/libfaketime">libfaketime</a>
 */
public final class FakeTime {
  private final Path file;

  private FakeTime(Path file) {
    this.file = file;
  }

  /** A clock that is right, for now; its setting is a file in that folder. */
  public static FakeTime in(Path folder) {
    var time = new FakeTime(folder.resolve("faketime").toAbsolutePath());
    time.jump(Duration.ZERO);
    return time;
  }

  /** Gives a part this clock from its next start on. */
  public void wornBy(JvmPart part) {
    part.setEnvironment(
        Map.of(
            "LD_PRELOAD",
            library().toString(),
            "FAKETIME_TIMESTAMP_FILE",
            file.toString(),
            "FAKETIME_CACHE_DURATION",
            "1",
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            // a mend for older C libraries, which has waits of today's JVM end at once
            "FAKETIME_FORCE_MONOTONIC_FIX",
            "0"));
  }

  /** Sets it that much ahead of the real time; it is seen within a second. */
  public void jump(Duration ahead) {
    try {
      Path draft = file.resolveSibling("faketime.draft");
      Files.writeString(draft, "%+d".formatted(ahead.toSeconds()) + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where Debian's and Fedora's packages put it; .ci/run installs it. */
  private static Path library() {
    return Stream.of(
            "/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib64/faketime", "/usr/lib/faketime")
        .map(folder -> Path.of(folder, "libfaketimeMT.so.1"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("install the package faketime"));
  }
}
