package io.stallcast.order.saga;

import io.stallcast.order.Order;
import io.stallcast.order.OrderFailure;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.SagaStep;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A step of a saga, and what undoes it.
 *
 * @param topic where its commands go
 * @param ask the command
 * @param undo the compensating command; null where an earlier step's undoes this one, too
 * @param timeout why an order is given up that the step has no answer for; null after the pivot
 * @param needed whether an order needs it
 */
record Step(
    SagaStep name,
    Topic topic,
    BiFunction<Saga, Order, Object> ask,
    BiFunction<Saga, Order, Object> undo,
    OrderFailure timeout,
    Predicate<Order> needed) {

  static Step step(SagaStep name, Topic topic, BiFunction<Saga, Order, Object> ask) {
    return new Step(name, topic, ask, null, null, order -> true);
  }

  Step undoneBy(BiFunction<Saga, Order, Object> command) {
    return new Step(name, topic, ask, command, timeout, needed);
  }

  Step givenUpAs(String code, String detail) {
    return new Step(name, topic, ask, undo, new OrderFailure(code, detail), needed);
  }

  Step onlyFor(Predicate<Order> orders) {
    return new Step(name, topic, ask, undo, timeout, orders);
  }

  /** Whether it lies before the pivot, or is it: what fails there is undone without being told. */
  boolean isBeforePivot() {
    return timeout != null;
  }

  /** Whether it leaves something of this order behind that is to be undone by itself. */
  boolean isUndoneFor(Order order) {
    return undo != null && needed.test(order);
  }
}
