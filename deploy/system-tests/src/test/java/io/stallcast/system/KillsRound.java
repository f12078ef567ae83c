package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static io.stallcast.system.Listing.software;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import io.stallcast.system.fault.RecordWatch;
import io.stallcast.system.fault.Strikes;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A crash of anybody at any step resumes; {@link Invariants} says what that means. {@link
 * LongFaultsRound} does more of it.
 */
class KillsRound {
  private static final int ORDERS_A_SECOND = 1;
  private static final int DOWN_AT_ONCE = 3;

  /**
   * Every step is come to often, those of an order that is undone, too; none opens the circuit to
   * the provider, behind which purchases would wait for each other.
   */
  private static final List<String> CARDS =
      List.of("tok_visa", "tok_challenge", "tok_declined", "tok_visa", "tok_challenge");

  /** Bears a machine that has other work besides. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @RegisterExtension final Shop shop = new Shop();

  /** They have no part in a purchase, and leave the processors to those who start again. */
  private final List<Part> bystanders =
      Stream.of("streaming-service", "chat-service")
          .flatMap(service -> shop.stack().pods(service).stream())
          .toList();

  @Test
  void whoeverIsKilledAtWhicheverStepNothingIsLostAndNothingDoubled() {
    long seed = System.nanoTime();
    List<Product> products =
        List.of(
            shop.creator().publishes(course().stock(10_000)),
            shop.creator().publishes(course().stock(15)),
            shop.creator().publishes(software().licenceKeys(Load.keys(200))));
    List<Buyer> buyers = shop.buyers(12);

    var strikes = Strikes.atEveryStep(shop.stack().victims(), DOWN_AT_ONCE, new Random(seed));
    bystanders.forEach(Part::pause);
    try (var load = Load.of(ORDERS_A_SECOND, shop, buyers, products, CARDS);
        strikes;
        var watch = RecordWatch.on(shop.stack().broker(), RunningStack.SAGA_TOPICS, strikes::on)) {
      await("strikes with seed " + seed)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(() -> assertThat(strikes.toCome()).isEmpty());
    } finally {
      bystanders.forEach(Part::resume);
    }

    System.out.printf("%d kills, %d orders%n", strikes.done(), shop.purchases().size());
    shop.awaitServing();
    assertThat(shop.purchases()).extracting(Purchase::id).doesNotHaveDuplicates();
  }
}
