package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static io.stallcast.system.Listing.software;
import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.client.payment.Payment;
import io.stallcast.client.payment.PaymentFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every test card leads where API.md says, and every service tells the same of it. */
class CardsIT {
  private static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.confirmed("tok_visa", Duration.ofSeconds(30)),
          Outcome.cancelled("tok_declined", "declined", Duration.ofSeconds(30)),
          Outcome.cancelled("tok_insufficient_funds", "insufficient_funds", Duration.ofSeconds(30)),
          Outcome.confirmed("tok_slow", Duration.ofSeconds(30)),
          Outcome.cancelled("tok_error", "provider_unavailable", Duration.ofSeconds(30)),
          Outcome.confirmed("tok_lost", Duration.ofSeconds(60)),
          Outcome.cancelled("tok_timeout", "payment_timeout", Duration.ofSeconds(60)));

  @RegisterExtension final Shop shop = new Shop();

  /** What a card does; {@code failure} is empty where it pays. */
  private record Outcome(String card, String failure, Duration within) {
    static Outcome confirmed(String card, Duration within) {
      return new Outcome(card, "", within);
    }

    static Outcome cancelled(String card, String failure, Duration within) {
      return new Outcome(card, failure, within);
    }

    boolean isConfirmed() {
      return failure.isEmpty();
    }

    String status() {
      return isConfirmed() ? "confirmed" : "cancelled";
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCardEndsAsDocumented() {
    Creator creator = shop.creator();
    List<Purchase> purchases =
        OUTCOMES.stream()
            .map(o -> shop.buyer().buys(2, creator.publishes(course().stock(5)), o.card()))
            .toList();
    return IntStream.range(0, OUTCOMES.size())
        .mapToObj(i -> ends(purchases.get(i), OUTCOMES.get(i)));
  }

  @Test
  void challengeWaitsForTheCardholder() {
    Product product = shop.creator().publishes(course().stock(5));
    Purchase purchase = shop.buyer().buys(2, product, "tok_challenge");

    String challenge = purchase.challenge();
    assertThat(purchase.status()).isEqualTo("pending");
    assertThat(purchase.paymentStatus()).isEqualTo("challenged");
    assertThat(product.stock()).isEqualTo(new Product.Stock(3, 2, 0));
    shop.stack().provider().answer(challenge, "approve");

    purchase.ends("confirmed");
    assertThat(purchase.steps()).isEqualTo(stepsOfConfirmed());
    assertThat(purchase.order().getLinks().getChallenge()).isNull();
  }

  @Test
  void challengeThatNobodyMeetsGivesEverythingBack() {
    Product product = shop.creator().publishes(course().stock(5));
    Purchase purchase = shop.buyer().buys(2, product, "tok_challenge");
    purchase.challenge();
    assertThat(product.stock()).isEqualTo(new Product.Stock(3, 2, 0));

    // a quarter of an hour passes
    shop.stack()
        .database("payment")
        .run(
            "update payment set challenge_expires_at = now() where order_id = '%s'"
                .formatted(purchase.id()));

    assertThat(purchase.outcome()).isEqualTo("cancelled challenge_expired");
  }

  @Test
  void refusedChallengeGivesEverythingBack() {
    Product product = shop.creator().publishes(course().stock(5));
    Purchase purchase = shop.buyer().buys(2, product, "tok_challenge");

    shop.stack().provider().answer(purchase.challenge(), "decline");

    purchase.ends("cancelled");
    assertThat(purchase.steps()).isEqualTo(stepsOfFailedPayment("declined"));
  }

  @Test
  void nothingIsPaidForWhatIsFree() {
    Purchase purchase =
        shop.buyer().buys(shop.creator().publishes(course().price(0).stock(5)), "tok_declined");

    purchase.ends("confirmed");

    assertThat(purchase.steps()).containsEntry("process_payment", "skipped");
    assertThat(purchase.paymentStatus()).isEqualTo("none");
    assertThat(purchase.buyer().mayUse(purchase.product())).isTrue();
  }

  @Test
  void licenceKeysAreHandedOverOnce() {
    Product product = shop.creator().publishes(software().licenceKeys("A-1", "B-2", "C-3"));

    List<String> keys =
        Crowd.allAtOnce().doing(shop.buyers(3), buyer -> buyer.buys(product, "tok_visa")).stream()
            .map(purchase -> purchase.ends("confirmed").order().getItems().getFirst())
            .map(item -> item.getLicenceKeys().getFirst())
            .toList();

    assertThat(keys).containsExactlyInAnyOrder("A-1", "B-2", "C-3");
  }

  private static DynamicTest ends(Purchase purchase, Outcome outcome) {
    return DynamicTest.dynamicTest(
        outcome.card() + " ends " + outcome.status() + " " + outcome.failure(),
        () -> requireEnd(purchase, outcome));
  }

  private static void requireEnd(Purchase purchase, Outcome outcome) {
    purchase.ends(outcome.status());

    assertThat(purchase.failure()).isEqualTo(outcome.failure());
    assertThat(purchase.steps())
        .isEqualTo(
            outcome.isConfirmed() ? stepsOfConfirmed() : stepsOfFailedPayment(outcome.failure()));
    assertThat(purchase.product().stock())
        .isEqualTo(outcome.isConfirmed() ? new Product.Stock(3, 0, 2) : new Product.Stock(5, 0, 0));
    assertThat(purchase.paymentStatus()).isEqualTo(outcome.isConfirmed() ? "succeeded" : "failed");
    assertThat(purchase.payment().map(Payment::getFailure).map(PaymentFailure::getCode).orElse(""))
        .isEqualTo(outcome.failure());
    assertThat(purchase.buyer().mayUse(purchase.product())).isEqualTo(outcome.isConfirmed());
    assertThat(purchase.took()).isLessThanOrEqualTo(outcome.within());
  }

  private static Map<String, String> stepsOfConfirmed() {
    Map<String, String> steps = new LinkedHashMap<>();
    steps.put("reserve_inventory", "succeeded");
    steps.put("process_payment", "succeeded");
    steps.put("grant_access", "succeeded");
    steps.put("confirm_order", "succeeded");
    return steps;
  }

  private static Map<String, String> stepsOfFailedPayment(String failure) {
    Map<String, String> steps = new LinkedHashMap<>();
    steps.put("reserve_inventory", "compensated");
    steps.put("process_payment", "failed " + failure);
    steps.put("grant_access", "skipped");
    steps.put("confirm_order", "skipped");
    return steps;
  }
}
