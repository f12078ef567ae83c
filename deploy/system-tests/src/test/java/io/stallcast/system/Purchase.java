package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  JsonNode order() {
    return buyer.api().get(path()).expect(200).json();
  }

  String status() {
    return order().path("status").asText();
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
    return order().path("failure").path("code").asText();
  }

  /** Where the bank asks the buyer; waits for it. */
  String challenge() {
    return patiently()
        .until(() -> order().path("links").path("challenge").asText(), link -> !link.isEmpty());
  }

  JsonNode saga() {
    return buyer.api().get(path() + "/saga").expect(200).json();
  }

  /** The status of each step, in order; with its error where it has one. */
  Map<String, String> steps() {
    Map<String, String> steps = new LinkedHashMap<>();
    for (JsonNode step : saga().path("steps")) {
      String error = step.hasNonNull("error") ? " " + step.path("error").asText() : "";
      steps.put(step.path("name").asText(), step.path("status").asText() + error);
    }
    return steps;
  }

  /** How long the saga took. */
  Duration took() {
    JsonNode saga = saga();
    return Duration.between(
        Instant.parse(saga.path("startedAt").asText()),
        Instant.parse(saga.path("endedAt").asText()));
  }

  /** What payment-service has of it: at most one. */
  Optional<JsonNode> payment() {
    List<JsonNode> payments = buyer.api().list("/api/v1/payments?orderId=" + id);
    assertThat(payments).hasSizeLessThanOrEqualTo(1);
    return payments.stream().findFirst();
  }

  /** Of the payment; {@code none} where there is none. */
  String paymentStatus() {
    return payment().map(payment -> payment.path("status").asText()).orElse("none");
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
