package io.stallcast.order;

import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.event.order.OrderEvent.OrderAccessGranted;
import io.stallcast.platform.event.order.OrderEvent.OrderCancelRequested;
import io.stallcast.platform.event.order.OrderEvent.OrderCancelled;
import io.stallcast.platform.event.order.OrderEvent.OrderConfirmed;
import io.stallcast.platform.event.order.OrderEvent.OrderCreated;
import io.stallcast.platform.event.order.OrderEvent.OrderInventoryReserved;
import io.stallcast.platform.event.order.OrderEvent.OrderPaid;
import io.stallcast.platform.event.order.OrderEvent.OrderRefunded;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a buyer ordered: the fold of its events. A verb checks that it is legal, and records the
 * event that says it happened; {@link Orders} stores what was recorded. Not safe for several
 * threads.
 */
public final class Order {
  private enum Stage {
    NEW,
    PLACED,
    RESERVED,
    PAID,
    GRANTED,
    CONFIRMED,
    CANCELLED,
    REFUNDED
  }

  private final List<OrderEvent> changes = new ArrayList<>();
  private Stage stage = Stage.NEW;
  private OrderCreated placed;
  private UUID paymentId;
  private boolean cancelRequested;
  private OrderFailure failure;
  private long version;

  private Order() {}

  /** A new order. The lines are at least one, all in one currency. */
  public static Order place(UUID id, UUID buyerId, List<OrderLine> lines, Instant now) {
    var total = lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    var order = new Order();
    order.happened(new OrderCreated(id, buyerId, List.copyOf(lines), total, now));
    return order;
  }

  /** The order that these events made; they are all of it, from the first one. */
  public static Order replay(List<OrderEvent> history) {
    var order = new Order();
    history.forEach(order::apply);
    return order;
  }

  /** The units are held. */
  public void markReserved() {
    require("reserve", Stage.PLACED);
    happened(new OrderInventoryReserved(id()));
  }

  /** The money is taken. */
  public void markPaid(UUID payment) {
    require("pay", Stage.RESERVED);
    happened(new OrderPaid(id(), payment));
  }

  /** The buyer may use what was bought. */
  public void markGranted() {
    require("grant access to", total().isZero() ? Stage.RESERVED : Stage.PAID);
    happened(new OrderAccessGranted(id()));
  }

  /** The buyer wishes to cancel; a second wish changes nothing. */
  public void requestCancel() {
    require("cancel", Stage.PLACED, Stage.RESERVED);
    if (!cancelRequested) {
      happened(new OrderCancelRequested(id()));
    }
  }

  /** Everything is done. */
  public void confirm(Instant now) {
    require("confirm", Stage.GRANTED);
    happened(new OrderConfirmed(id(), buyerId(), lines(), total(), paymentId, now));
  }

  /** The order comes to nothing; only what was never paid can. */
  public void cancel(OrderFailure reason, Instant now) {
    require("cancel", Stage.PLACED, Stage.RESERVED);
    happened(
        new OrderCancelled(id(), buyerId(), lines(), total(), reason.code(), reason.detail(), now));
  }

  /** An operator has everything undone that was done, the payment too. */
  public void abort(OrderFailure reason, Instant now) {
    require("abort", Stage.PLACED, Stage.RESERVED, Stage.PAID, Stage.GRANTED);
    happened(
        new OrderCancelled(id(), buyerId(), lines(), total(), reason.code(), reason.detail(), now));
  }

  /** All the money went back. */
  public void refund(Money amount, Instant now) {
    require("refund", Stage.CONFIRMED);
    happened(new OrderRefunded(id(), buyerId(), amount, now));
  }

  private void require(String verb, Stage... legal) {
    if (!Set.of(legal).contains(stage)) {
      throw new IllegalStateException("cannot " + verb + " order " + id() + ": it is " + stage);
    }
  }

  private void happened(OrderEvent event) {
    apply(event);
    changes.add(event);
  }

  private void apply(OrderEvent event) {
    switch (event) {
      case OrderCreated e -> {
        placed = e;
        stage = Stage.PLACED;
      }
      case OrderInventoryReserved ignored -> stage = Stage.RESERVED;
      case OrderPaid e -> {
        paymentId = e.paymentId();
        stage = Stage.PAID;
      }
      case OrderAccessGranted ignored -> stage = Stage.GRANTED;
      case OrderCancelRequested ignored -> cancelRequested = true;
      case OrderConfirmed ignored -> stage = Stage.CONFIRMED;
      case OrderCancelled e -> {
        failure = new OrderFailure(e.code(), e.detail());
        stage = Stage.CANCELLED;
      }
      case OrderRefunded ignored -> stage = Stage.REFUNDED;
    }
    version++;
  }

  public UUID id() {
    return placed.orderId();
  }

  public UUID buyerId() {
    return placed.buyerId();
  }

  public List<OrderLine> lines() {
    return placed.lines();
  }

  public Money total() {
    return placed.total();
  }

  public Instant placedAt() {
    return placed.placedAt();
  }

  public OrderStatus status() {
    return switch (stage) {
      case NEW, PLACED, RESERVED, PAID, GRANTED -> OrderStatus.PENDING;
      case CONFIRMED -> OrderStatus.CONFIRMED;
      case CANCELLED -> OrderStatus.CANCELLED;
      case REFUNDED -> OrderStatus.REFUNDED;
    };
  }

  /** Whether a wish to cancel is still heard: nothing is taken, and no one has wished it. */
  public boolean isCancellable() {
    return EnumSet.of(Stage.PLACED, Stage.RESERVED).contains(stage) && !cancelRequested;
  }

  /** Why it was cancelled; empty where it was not. */
  public Optional<OrderFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Number of events, those not stored yet included. */
  public long version() {
    return version;
  }

  /** Number of the stored events: what the changes were decided on. */
  long storedVersion() {
    return version - changes.size();
  }

  /** Takes the events that are not stored yet. */
  List<OrderEvent> takeChanges() {
    var taken = List.copyOf(changes);
    changes.clear();
    return taken;
  }

  /** The events that are not stored yet. */
  public List<OrderEvent> changes() {
    return List.copyOf(changes);
  }
}
