package io.stallcast.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Ends another process when this JVM ends, even where it is killed and runs no shutdown hook.
 *
 * <p>A shell waits at the far end of a pipe that only this JVM holds; the kernel closes the pipe
 * with the JVM, and the shell then sends the signal.
 */
public final class Lifeline implements AutoCloseable {
  private final Process shell;

  private Lifeline(Process shell) {
    this.shell = shell;
  }

  /** Ties the process {@code pid} to this JVM: {@code signal} is sent to it in the end. */
  public static Lifeline of(long pid, Signal signal) {
    String script =
        "trap '' INT TERM HUP; read -r order; [ \"$order\" = release ] || kill -%s %d"
            .formatted(signal, pid);
    try {
      return new Lifeline(
          new ProcessBuilder("sh", "-c", script)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the process go: from here on it may outlive this JVM, or has ended. */
  @Override
  public void close() {
    try (var order = shell.outputWriter()) {
      order.write("release\n");
    } catch (IOException e) {
      shell.destroyForcibly();
    }
  }
}
