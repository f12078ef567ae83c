package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import io.stallcast.system.fault.FakeTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clocks of some machines jump while people buy: nothing expires before its time. Asked for by
 * name, as {@link LongFaultsRound} is: it has yet to be seen to pass.
 */
class ClockRound {
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension final Shop shop = new Shop();
  @TempDir Path folder;

  private final List<Part> pods =
      Stream.of("order-service-2", "payment-service-2").map(shop.stack()::part).toList();
  private FakeTime time;

  @BeforeEach
  void wear() {
    time = FakeTime.in(folder);
    pods.forEach(time::wornBy);
    pods.parallelStream().forEach(Part::restart);
  }

  @AfterEach
  void takeOff() {
    pods.forEach(pod -> pod.setEnvironment(Map.of()));
    pods.parallelStream().forEach(Part::restart);
    shop.awaitServing();
  }

  @Test
  void purchasesEndAsTheyShouldWhileClocksJump() {
    Product product = shop.creator().publishes(course().stock(10_000));
    List<Buyer> buyers = shop.buyers(12);
    try (var load = Load.of(3, shop, buyers, List.of(product), List.of("tok_visa", "tok_lost"))) {
      awaitSales(10);
      for (Duration ahead : List.of(HOUR, HOUR.negated(), Duration.ZERO)) {
        time.jump(ahead);
        awaitSales(30);
      }
    }

    assertThat(Crowd.atMost(16).doing(shop.purchases(), Purchase::outcome))
        .containsOnly("confirmed");
  }

  private void awaitSales(int more) {
    int sold = shop.purchases().size();
    await().atMost(Duration.ofMinutes(1)).until(() -> shop.purchases().size() >= sold + more);
  }
}
