package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import io.stallcast.system.Provider.Charge;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The payment provider has taken money, and nobody has heard it say so. */
class LostAnswersIT {
  @RegisterExtension final Shop shop = new Shop();

  private final Part provider = shop.stack().part("test-provider");

  @Test
  void chargeWhoseAnswerNobodyHeardIsFoundAndSettled() {
    Product product = shop.creator().publishes(course().stock(100));
    List<Part> pods = shop.stack().pods("payment-service");
    List<Purchase> purchases = buyAll(product, "tok_slow", "tok_slow", "tok_slow", "tok_slow");
    await().until(() -> purchases.stream().allMatch(p -> p.paymentStatus().equals("pending")));

    pods.forEach(Part::kill);
    await().atMost(Duration.ofSeconds(15)).until(() -> charged(purchases) > 0);
    pods.parallelStream().forEach(Part::restart);
    shop.awaitServing();

    purchases.forEach(purchase -> purchase.ends("confirmed"));
  }

  @Test
  void providerThatDiesRightAfterItChargedIsAskedWhatItDid() {
    Product product = shop.creator().publishes(course().stock(100));
    List<Buyer> buyers = shop.buyers(20);

    List<Purchase> purchases =
        Crowd.allAtOnce().doing(buyers, buyer -> buyer.buys(product, "tok_visa"));
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> charged(purchases) > 0);
    provider.kill();
    provider.restart();

    assertThat(Crowd.atMost(16).doing(purchases, Purchase::end)).contains("confirmed");
  }

  private List<Purchase> buyAll(Product product, String... cards) {
    Buyer buyer = shop.buyer();
    return Crowd.allAtOnce().doing(List.of(cards), card -> buyer.buys(product, card));
  }

  private long charged(List<Purchase> purchases) {
    List<String> ours = purchases.stream().map(Purchase::id).toList();
    return shop.stack().provider().charges().stream()
        .filter(Charge::isTaken)
        .filter(charge -> ours.contains(charge.orderId()))
        .count();
  }
}
