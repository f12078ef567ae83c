package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.JvmPart;
import io.stallcast.stack.Part;
import io.stallcast.system.fault.FakeTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The clocks of some machines jump while people buy: nothing expires before its time. */
class ClockIT {
  private static final Duration HOUR = Duration.ofHours(1);

  /** So few lost answers that the circuit to the provider stays closed. */
  private static final List<String> CARDS =
      List.of("tok_visa", "tok_visa", "tok_lost", "tok_visa", "tok_visa", "tok_visa");

  @RegisterExtension final Shop shop = new Shop();

  private final List<JvmPart> pods =
      Stream.of("order-service-2", "payment-service-2").map(shop.stack()::jvm).toList();
  private final FakeTime time =
      FakeTime.in(RunningStack.repository().resolve("deploy/system-tests/target"));

  @BeforeEach
  void wear() {
    pods.forEach(time::wornBy);
    pods.parallelStream().forEach(Part::restart);
  }

  /** They wear it, put right, until another test starts them again. */
  @AfterEach
  void putRight() {
    time.jump(Duration.ZERO);
    pods.forEach(pod -> pod.setEnvironment(Map.of()));
  }

  @Test
  void purchasesEndAsTheyShouldWhileClocksJump() {
    Product product = shop.creator().publishes(course().stock(10_000));
    List<Buyer> buyers = shop.buyers(6);
    try (var load = Load.of(4, shop, buyers, List.of(product), CARDS)) {
      awaitSales(5);
      for (Duration ahead : List.of(HOUR, HOUR.negated(), Duration.ZERO)) {
        time.jump(ahead);
        awaitSales(15);
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
