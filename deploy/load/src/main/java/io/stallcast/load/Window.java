package io.stallcast.load;

import io.stallcast.stack.Stack;
import java.time.Duration;
import java.time.Instant;

/** What was measured while a simulation ran at full load, after its warm-up. */
record Window(
    Instant from, Instant to, ProcessorTime processorTime, OutboxDelays outbox, LoadReport report) {

  double seconds() {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  /** Watches a simulation from the end of its warm-up to its end. */
  static Window watch(Stack stack, GatlingRun run, Instant from, Instant to)
      throws InterruptedException {
    run.sleepUntil(from);
    ProcessorTime used = ProcessorTime.of(stack, run.process());
    OutboxDelays delays = OutboxDelays.of(LoadStack.services(stack));
    run.sleepUntil(to);
    ProcessorTime usedSince = ProcessorTime.of(stack, run.process()).since(used);
    OutboxDelays delaysSince = OutboxDelays.of(LoadStack.services(stack)).since(delays);
    run.awaitEnd();
    return new Window(from, to, usedSince, delaysSince, run.report());
  }
}
