package io.stallcast.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that a process of this machine is stopped, paused and resumed with. */
public enum Signal {
  INT,
  TERM,
  KILL,
  STOP,
  CONT;

  /** Sends the signal; a process that is gone already is none of the caller's worries. */
  public void send(long pid) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid + " 2>/dev/null")
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
