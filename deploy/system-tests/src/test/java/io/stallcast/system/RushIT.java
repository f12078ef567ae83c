package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many want the same thing in the same instant. */
class RushIT {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void fiveHundredBuyersShareTwentyUnits() {
    Product product = shop.creator().publishes(course().stock(20));
    List<Buyer> buyers = shop.buyers(500);
    Queue<Long> available = new ConcurrentLinkedQueue<>();

    List<Purchase> purchases;
    Map<String, Long> outcomes;
    try (ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
      sampler.scheduleWithFixedDelay(
          () -> sample(product, available), 0, 100, TimeUnit.MILLISECONDS);
      purchases = Crowd.allAtOnce().doing(buyers, buyer -> buyer.buys(product, "tok_visa"));
      outcomes = outcomes(purchases);
      sampler.shutdownNow();
    }

    assertThat(outcomes).isEqualTo(Map.of("confirmed", 20L, "cancelled out_of_stock", 480L));
    assertThat(available).hasSizeGreaterThan(3).allMatch(units -> units >= 0 && units <= 20);
    assertThat(paymentsOf(purchases)).isEqualTo(Map.of("succeeded", 20L, "none", 480L));
  }

  @Test
  void oneKeyIsOneOrder() {
    Buyer buyer = shop.buyer();
    Product product = shop.creator().publishes(course().stock(100));
    List<String> sameKey = Collections.nCopies(50, "the-same-key-each-time");

    List<Answer> answers =
        Crowd.allAtOnce()
            .doing(
                sameKey, key -> Api.persistently(() -> buyer.orders(1, product, "tok_visa", key)));

    assertThat(answers).allSatisfy(answer -> answer.expect(202));
    assertThat(answers)
        .extracting(answer -> answer.json().path("id").asText())
        .containsOnly(id(answers));
    assertThat(answers.stream().filter(RushIT::isReplay)).hasSize(49);
    var purchase = new Purchase(buyer, product, 1, "tok_visa", id(answers));
    shop.remember(purchase);
    purchase.ends("confirmed");
    assertThat(buyer.api().list("/api/v1/orders?limit=100")).hasSize(1);
    assertThat(shop.stack().provider().chargesOf(purchase)).hasSize(1);
  }

  @Test
  void keyOfAnotherOrderIsRefused() {
    Buyer buyer = shop.buyer();
    Product product = shop.creator().publishes(course().stock(5));
    Purchase first = buyer.buys(1, product, "tok_visa", "a-key-that-is-used-twice");

    buyer
        .orders(2, product, "tok_visa", "a-key-that-is-used-twice")
        .expectProblem(422, "idempotency_key_reused");

    first.ends("confirmed");
  }

  /** A machine in a rush may be too busy for an answer: then there is no sample. */
  private static void sample(Product product, Queue<Long> available) {
    Answer answer = product.inventory();
    if (!answer.isForLater()) {
      available.add(answer.expect(200).json().path("available").asLong());
    }
  }

  private static Map<String, Long> outcomes(List<Purchase> purchases) {
    return Crowd.atMost(16).doing(purchases, Purchase::outcome).stream()
        .collect(groupingBy(outcome -> outcome, counting()));
  }

  private static Map<String, Long> paymentsOf(List<Purchase> purchases) {
    return Crowd.atMost(16).doing(purchases, Purchase::paymentStatus).stream()
        .collect(groupingBy(status -> status, counting()));
  }

  private static String id(List<Answer> answers) {
    return answers.getFirst().json().path("id").asText();
  }

  private static boolean isReplay(Answer answer) {
    return answer.header("Idempotency-Replayed").orElse("").equals("true");
  }
}
