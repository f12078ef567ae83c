package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * All pods are replaced, as a new release does it, while people buy and talk. It takes longer than
 * verify may, and is no part of it.
 */
class RollingRestartRound {
  private static final int READERS = 6;
  private static final int SENT_ELSEWHERE = 1012;

  /** As many as leave the others something of the machine. */
  private static final int SERVICES_AT_ONCE = 2;

  private static final Duration BETWEEN_PAGES = Duration.ofMillis(300);
  private static final Duration SOON = Duration.ofSeconds(30);

  @RegisterExtension final Shop shop = new Shop();

  private final Creator creator = shop.creator();

  @Test
  void nobodyMeetsAFailureAndNothingIsLostOrDoubled() {
    Product product = creator.publishes(course().stock(10_000));
    Traffic traffic = Traffic.of(product, shop.buyers(2), BETWEEN_PAGES);
    Talk talk = Talk.in(creator.goesLive(creator.announces()), shop, READERS);

    try (traffic;
        talk) {
      traffic.passes(20);
      Crowd.atMost(SERVICES_AT_ONCE).doing(RunningStack.services(), this::replaced);
      traffic.passes(20);
    }

    System.out.printf(
        "All pods replaced: %d requests, %s ms, %d purchases; %d messages to %d people, %d of whom"
            + " came back.%n",
        traffic.answers(),
        traffic.latencies(),
        shop.purchases().size(),
        talk.said().size(),
        READERS,
        talk.farewells().size());
    assertThat(traffic.failures()).isEmpty();
    assertThat(talk.troubles()).isEmpty();
    assertThat(talk.answers()).allSatisfy(answer -> answer.expect(201));
    assertThat(talk.farewells()).isNotEmpty().containsOnly(SENT_ELSEWHERE);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(talk.guests()).extracting(Guest::texts).containsOnly(talk.said()));
  }

  /** One pod after the other. */
  private List<Part> replaced(String service) {
    List<Part> pods = shop.stack().pods(service);
    for (Part pod : pods) {
      pod.stop();
      pod.restart();
    }
    return pods;
  }
}
