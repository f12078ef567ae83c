package io.stallcast.system.fault;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;

import io.stallcast.stack.Part;
import io.stallcast.stack.StackFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What is hurt under one name: the processes that do the same work, each in its turn. */
public final class Victim {
  private static final int STARTS = 5;

  private final String name;
  private final List<Part> processes;
  private final AtomicInteger turn = new AtomicInteger();

  public Victim(String name, List<Part> processes) {
    this.name = name;
    this.processes = List.copyOf(processes);
  }

  public String name() {
    return name;
  }

  /** Whose turn it is: one process after the other. */
  Part one() {
    return processes.get(turn.getAndIncrement() % processes.size());
  }

  /** Whose turn it is: one process after the other, and then all at once. */
  List<Part> next() {
    int number = turn.getAndIncrement() % (processes.size() + 1);
    return number < processes.size() ? List.of(processes.get(number)) : processes;
  }

  /** Starts them again, and returns when they serve. */
  static void bringBack(List<Part> parts) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts = parts.stream().map(part -> runAsync(() -> bringBack(part), threads));
      allOf(starts.toArray(CompletableFuture[]::new)).join();
    }
  }

  /** As what runs pods does: where one ends while it starts, for what it needs is away, again. */
  static void bringBack(Part part) {
    for (int start = 1; ; start++) {
      try {
        part.restart();
        return;
      } catch (StackFailure ended) {
        if (part.isRunning() || start == STARTS) {
          throw ended;
        }
      }
    }
  }
}
