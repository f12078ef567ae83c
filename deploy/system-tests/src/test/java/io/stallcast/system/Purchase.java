package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.client.order.Order;
import io.stallcast.client.order.OrderFailure;
import io.stallcast.client.order.PurchaseStep;
import io.stallcast.client.order.Saga;
import io.stallcast.client.payment.Payment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** An order that was accepted, and what became of it. */
record Purchase(Buyer buyer, Product product, int units, String card, String id) {
  static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What it costs, in cents. */
  long total() {
    return units * product.listing().price();
  }

  String path() {
    return "/api/v1/orders/" + id;
  }

  Order order() {
    var orders = buyer.api().client().orders();
    return Client.require(() -> orders.readOrder(UUID.fromString(id), null));
  }

  String status() {
    return order().getStatus().getValue();
  }

  boolean isFinal() {
    return !status().equals("pending");
  }

  /** Waits until it is decided, and says how. */
  String end() {
    return patiently().until(this::status, status -> !status.equals("pending"));
  }

  /** Waits until it is decided, and requires that it was so. */
  Purchase ends(String status) {
    assertThat(end()).as("%s %s", card, order()).isEqualTo(status);
    return this;
  }

  /** Waits until it is {@code status}, whatever it was before. */
  Purchase becomes(String status) {
    patiently().untilAsserted(() -> assertThat(status()).isEqualTo(status));
    return this;
  }

  /** How it ended, and why: {@code confirmed}, {@code cancelled out_of_stock}. */
  String outcome() {
    return (end() + " " + failure()).strip();
  }

  /** The code of why it came to nothing; empty where it did not. */
  String failure() {
    return Optional.ofNullable(order().getFailure()).map(OrderFailure::getCode).orElse("");
  }

  /** Where the bank asks the buyer; waits for it. */
  String challenge() {
    return patiently().until(() -> order().getLinks().getChallenge(), Objects::nonNull);
  }

  Saga saga() {
    var purchases = buyer.api().client().purchases();
    return Client.require(() -> purchases.readSaga(UUID.fromString(id)));
  }

  /** The status of each step, in order; with its error where it has one. */
  Map<String, String> steps() {
    Map<String, String> steps = new LinkedHashMap<>();
    for (PurchaseStep step : saga().getSteps()) {
      String error = step.getError() == null ? "" : " " + step.getError();
      steps.put(step.getName().getValue(), step.getStatus().getValue() + error);
    }
    return steps;
  }

  /** How long the saga took. */
  Duration took() {
    Saga saga = saga();
    return Duration.between(saga.getStartedAt(), saga.getEndedAt());
  }

  /** What payment-service has of it: at most one. */
  Optional<Payment> payment() {
    var api = buyer.api().client().payments();
    List<Payment> payments =
        Client.require(() -> api.listPayments(null, null, UUID.fromString(id))).getItems();
    assertThat(payments).hasSizeLessThanOrEqualTo(1);
    return payments.stream().findFirst();
  }

  /** Of the payment; {@code none} where there is none. */
  String paymentStatus() {
    return payment().map(payment -> payment.getStatus().getValue()).orElse("none");
  }

  /** Asks for something to be done with the order. */
  Answer asks(String verb) {
    return buyer.api().post(path() + "/" + verb, Map.of());
  }

  /** The kinds of what the buyer was told about it in-app. */
  List<String> notifications() {
    return buyer.notifications().getOrDefault("/orders/" + id, List.of());
  }

  private ConditionFactory patiently() {
    return Awaitility.await("order " + id + " by " + card)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .atMost(PATIENCE);
  }
}
