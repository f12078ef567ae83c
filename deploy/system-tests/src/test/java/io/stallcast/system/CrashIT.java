package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import io.stallcast.system.Provider.Charge;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A crash at any point resumes; {@link Invariants} says what that means. */
class CrashIT {
  private static final int ORDERS = 60;
  private static final int UNITS = 30;
  private static final List<String> CARDS =
      List.of("tok_visa", "tok_lost", "tok_declined", "tok_visa", "tok_slow", "tok_error");

  @RegisterExtension final Shop shop = new Shop();

  @Test
  void killedOrderServiceFinishesWhatItAccepted() throws Exception {
    Product product = shop.creator().publishes(course().stock(UNITS));
    List<Buyer> buyers = shop.buyers(12);

    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Purchase>> placing = executor.submit(() -> placeAll(product, buyers));
      await().atMost(Duration.ofMinutes(1)).until(() -> shop.purchases().size() >= ORDERS / 4);
      killAndRestartOrderService();
      assertThat(placing.get()).extracting(Purchase::id).doesNotHaveDuplicates().hasSize(ORDERS);
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> charges() >= UNITS / 4);
    assertThat(shop.purchases()).as("some are under way").anyMatch(p -> !p.isFinal());
    killAndRestartOrderService();

    assertThat(shop.purchases()).extracting(Purchase::outcome).contains("confirmed");
  }

  private static List<Purchase> placeAll(Product product, List<Buyer> buyers) {
    var numbers = IntStream.range(0, ORDERS).boxed().toList();
    return Crowd.atMost(buyers.size())
        .doing(
            numbers, i -> buyers.get(i % buyers.size()).buys(product, CARDS.get(i % CARDS.size())));
  }

  /** All of its pods: nobody is left who could go on meanwhile. */
  private void killAndRestartOrderService() {
    List<Part> pods = shop.stack().pods("order-service");
    pods.forEach(Part::kill);
    pods.parallelStream().forEach(Part::restart);
  }

  private long charges() {
    Set<String> ours = shop.purchases().stream().map(Purchase::id).collect(toSet());
    return shop.stack().provider().charges().stream()
        .filter(Charge::isTaken)
        .filter(charge -> ours.contains(charge.orderId()))
        .count();
  }
}
