package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static io.stallcast.system.Listing.software;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.system.fault.RecordWatch;
import io.stallcast.system.fault.Strikes;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A crash of anybody at any step resumes; {@link Invariants} says what that means. {@link
 * LongFaultsRound} does more of it. Asked for by name as that is: it has yet to be seen to pass.
 */
class KillsRound {
  private static final int ORDERS_A_SECOND = 2;
  private static final int DOWN_AT_ONCE = 2;

  /** Bears a machine that has other work besides. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @RegisterExtension final Shop shop = new Shop();

  @Test
  void whoeverIsKilledAtWhicheverStepNothingIsLostAndNothingDoubled() {
    long seed = System.nanoTime();
    List<Product> products =
        List.of(
            shop.creator().publishes(course().stock(10_000)),
            shop.creator().publishes(course().stock(30)),
            shop.creator().publishes(software().licenceKeys(Load.keys(1000))));
    List<Buyer> buyers = shop.buyers(12);

    var strikes = Strikes.atEveryStep(shop.stack().victims(), DOWN_AT_ONCE, new Random(seed));
    try (var load = Load.of(ORDERS_A_SECOND, shop, buyers, products, Load.ALL_CARDS);
        strikes;
        var watch = RecordWatch.on(shop.stack().broker(), RunningStack.SAGA_TOPICS, strikes::on)) {
      await("strikes with seed " + seed)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(() -> assertThat(strikes.toCome()).isEmpty());
    }

    System.out.printf("%d kills, %d orders%n", strikes.done(), shop.purchases().size());
    shop.awaitServing();
    assertThat(shop.purchases()).extracting(Purchase::id).doesNotHaveDuplicates();
  }
}
