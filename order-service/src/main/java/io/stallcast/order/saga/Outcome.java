package io.stallcast.order.saga;

import io.stallcast.order.Order;
import io.stallcast.order.OrderFailure;
import java.time.Instant;

/** What a reply says about the step it answers. */
sealed interface Outcome {
  /** What is true from now on. */
  @FunctionalInterface
  interface Fact {
    void record(Saga saga, Order order, Instant now);
  }

  /** The step has succeeded. */
  record Done(Fact fact) implements Outcome {}

  /** The step has not, and has left nothing behind. */
  record Refused(OrderFailure reason) implements Outcome {}

  /** The step waits for the buyer. */
  record Challenged(String url) implements Outcome {}

  /** The step's compensation has succeeded. */
  record Undone() implements Outcome {}

  /** No answer came in time. */
  record TimedOut() implements Outcome {}
}
