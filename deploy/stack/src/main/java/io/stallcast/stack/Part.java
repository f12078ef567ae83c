package io.stallcast.stack;

import io.stallcast.platform.embedded.Signal;
import java.time.Duration;
import java.util.stream.Stream;

/** A running part of the stack, which the system tests hurt in every way that a machine does. */
public interface Part {
  /** As {@link Topology} calls it. */
  String name();

  /** The process that it is now. */
  ProcessHandle process();

  /** Starts its process and returns at once; see {@link #awaitReady}. */
  void start();

  /** Returns when it serves; fails where its process ends or {@code patience} does. */
  void awaitReady(Duration patience);

  /** Ends it in good order, and by force where that takes too long. */
  void stop();

  /** Whether its process lives; a paused one does. */
  default boolean isRunning() {
    return process().isAlive();
  }

  /** Ends it without warning, as {@code kill -9} does, and returns when it is gone. */
  default void kill() {
    ProcessHandle gone = process();
    signal(Signal.KILL);
    gone.onExit().join();
  }

  /** Freezes it: it keeps its connections and answers nobody. */
  default void pause() {
    signal(Signal.STOP);
  }

  /** Lets a paused one go on. */
  default void resume() {
    signal(Signal.CONT);
  }

  /** Starts it again after {@link #kill} or {@link #stop}, and returns when it serves. */
  default void restart() {
    if (isRunning()) {
      stop();
    }
    start();
    awaitReady(Duration.ofMinutes(2));
  }

  /** Its process and those below it. */
  default Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process()), process().descendants());
  }

  private void signal(Signal signal) {
    processes().toList().forEach(process -> signal.send(process.pid()));
  }
}
