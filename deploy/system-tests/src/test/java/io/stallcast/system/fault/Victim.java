package io.stallcast.system.fault;

import io.stallcast.stack.Part;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What is hurt under one name: the processes that do the same work, each in its turn. */
public final class Victim {
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

  /** Whose turn it is: one process after the other, and then all at once. */
  public List<Part> next() {
    int number = turn.getAndIncrement() % (processes.size() + 1);
    return number < processes.size() ? List.of(processes.get(number)) : processes;
  }
}
