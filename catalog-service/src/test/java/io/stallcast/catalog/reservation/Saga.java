package io.stallcast.catalog.reservation;

import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.Correlation;
import io.stallcast.platform.event.order.InventoryCommand.CommitInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReleaseInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReserveInventory;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaStep;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TopicProbe;
import java.util.List;
import java.util.UUID;

/** A saga of order-service, as the catalogue meets it: it commands and awaits replies. */
final class Saga {
  static final Money PRICE = new Money(1999, "EUR");

  private final UUID sagaId = Identifiers.next();
  private final UUID orderId = Identifiers.next();
  private int attempt;

  static OrderLine line(UUID product, int quantity) {
    return line(product, quantity, 2, PRICE);
  }

  static OrderLine line(UUID product, int quantity, long version, Money price) {
    return new OrderLine(
        product, version, UUID.randomUUID(), "Something", "course", quantity, price);
  }

  UUID orderId() {
    return orderId;
  }

  Correlation reserve(OrderLine... lines) {
    var correlation = next(SagaStep.RESERVE_INVENTORY);
    send(new ReserveInventory(correlation, orderId, UUID.randomUUID(), List.of(lines)));
    return correlation;
  }

  Correlation commit() {
    var correlation = next(SagaStep.CONFIRM_ORDER);
    send(new CommitInventory(correlation, orderId));
    return correlation;
  }

  Correlation release() {
    var correlation = next(SagaStep.RESERVE_INVENTORY);
    send(new ReleaseInventory(correlation, orderId));
    return correlation;
  }

  /** Sends one and the same command twice, as a redelivery does. */
  Correlation reserveTwiceWithOneId(OrderLine line) {
    var correlation = next(SagaStep.RESERVE_INVENTORY);
    var command = new ReserveInventory(correlation, orderId, UUID.randomUUID(), List.of(line));
    var id = TestEvents.send(Topic.INVENTORY_COMMANDS, orderId, 0, command);
    TestEvents.send(Topic.INVENTORY_COMMANDS, orderId, 0, command, id);
    return correlation;
  }

  private Correlation next(SagaStep step) {
    return new Correlation(sagaId, step, ++attempt);
  }

  private void send(Object command) {
    TestEvents.send(Topic.INVENTORY_COMMANDS, orderId, 0, command);
  }

  <R extends SagaReply> R awaitReply(Class<R> kind, Correlation to) {
    return TopicProbe.on(Topic.SAGA_REPLIES)
        .await(kind, reply -> reply.data().correlation().equals(to))
        .data();
  }

  /** How many replies it has got so far. */
  long replies() {
    return TopicProbe.on(Topic.SAGA_REPLIES).seen(SagaReply.class).stream()
        .filter(reply -> reply.data().orderId().equals(orderId))
        .count();
  }
}
