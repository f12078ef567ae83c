package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.client.order.SagaState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes no further by itself is listed, and goes on, or back, when an operator says so. */
class OperatorsIT {
  private static final Duration IN_TIME = Duration.ofSeconds(90);

  @RegisterExtension final Shop shop = new Shop();

  @Test
  void deadLetterIsReplayedOnceItsCauseIsMended() {
    Operator operator = operator();
    Product product = shop.creator().publishes(course().stock(3));
    Purchase purchase;
    JsonNode letter;
    try (var refused = refuseEntitlementsTo(product)) {
      purchase = shop.buyer().buys(2, product, "tok_visa");
      letter = operator.awaitsDeadLetter(purchase);
      assertThat(letter.path("detail").asText()).contains(refused.constraint());
    }
    assertThat(letter.path("service").asText()).isEqualTo("payment-service");
    assertThat(letter.path("topic").asText()).isEqualTo("access.commands");
    assertThat(letter.path("reason").asText()).isEqualTo("constraint_violation");
    assertThat(operator.reads(letter).expect(200).json().path("value").asText())
        .contains(product.id());
    assertThat(purchase.status()).isEqualTo("pending");
    assertThat(purchase.steps()).containsEntry("grant_access", "running");

    operator.replays(letter).expect(202);

    purchase.ends("confirmed");
    assertThat(operator.open(purchase)).isEmpty();
    operator.replays(letter).expectProblem(409, "dead_letter_settled");
  }

  @Test
  void stuckPurchaseIsAbortedAndUndone() {
    Operator operator = operator();
    Product product = shop.creator().publishes(course().stock(3));
    Purchase purchase;
    try (var ignored = refuseEntitlementsTo(product)) {
      purchase = shop.buyer().buys(2, product, "tok_visa");
      operator.awaitsDeadLetter(purchase);
      operator.aborts(purchase).expectProblem(409, "saga_not_stuck");
      waitsForTooLong(purchase);
      assertThat(operator.stuck())
          .filteredOn(saga -> saga.path("orderId").asText().equals(purchase.id()))
          .singleElement()
          .satisfies(saga -> {
            assertThat(saga.path("step").asText()).isEqualTo("grant_access");
            assertThat(saga.path("error").asText()).isEqualTo("no_answer");
          });

      operator.aborts(purchase).expect(202);
      discardsWhatCannotBeDone(operator, purchase);
    }

    purchase.ends("cancelled");
    assertThat(purchase.failure()).isEqualTo("aborted_by_operator");
    assertThat(purchase.steps())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "reserve_inventory", "compensated",
                "process_payment", "compensated",
                "grant_access", "failed aborted_by_operator",
                "confirm_order", "skipped"));
    assertThat(purchase.paymentStatus()).isEqualTo("voided");
    assertThat(purchase.buyer().mayUse(product)).isFalse();
  }

  @Test
  void operatingIsForOperators() {
    Api buyer = shop.buyer().api();

    buyer.get("/api/v1/admin/dead-letters").expectProblem(403, "forbidden");
    buyer.get("/api/v1/admin/dead-letters?service=order-service").expectProblem(403, "forbidden");
    buyer.get("/api/v1/admin/sagas").expectProblem(403, "forbidden");
    shop.anybody().get("/api/v1/admin/dead-letters").expectProblem(401, "unauthenticated");
  }

  private Operator operator() {
    return new Operator(shop.admin().api());
  }

  private Database.Refusal refuseEntitlementsTo(Product product) {
    return shop.stack()
        .database("payment")
        .refuseUnless("entitlement", "product_id <> '%s'".formatted(product.id()));
  }

  /** An hour passes for this purchase; again where a turn under way has written over it. */
  private void waitsForTooLong(Purchase purchase) {
    var orders = shop.stack().database("orders");
    await()
        .pollInterval(Duration.ofSeconds(2))
        .atMost(IN_TIME)
        .until(() -> {
          orders.run(
              "update saga set asked_since = started_at - interval '1 hour' where order_id = '%s'"
                  .formatted(purchase.id()));
          return purchase.saga().getState() == SagaState.STUCK;
        });
  }

  /** The grant was asked for more than once, and fails each time. */
  private static void discardsWhatCannotBeDone(Operator operator, Purchase purchase) {
    await()
        .atMost(IN_TIME)
        .until(() -> {
          operator.open(purchase).forEach(letter -> operator.discards(letter, "It is aborted."));
          return purchase.isFinal();
        });
  }
}
