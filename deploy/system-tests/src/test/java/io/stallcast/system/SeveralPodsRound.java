package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.stack.Part;
import io.stallcast.system.Traffic.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One pod more or less is nobody's business; {@link Invariants} says what stays true. */
class SeveralPodsRound {
  /** From a pod's death until the gateway knows of it. */
  private static final Duration NEWS = Duration.ofMillis(500);

  /** Leaves those that start again something of the machine. */
  private static final Duration BETWEEN_PAGES = Duration.ofMillis(20);

  private static final int RESTARTS_AT_ONCE = 2;

  @RegisterExtension final Shop shop = new Shop();

  @Test
  void deathOfOnePodCostsWhatItHadInHandsAndNothingElse() {
    Product product = shop.creator().publishes(course().stock(10_000));
    List<Instant> deaths = new ArrayList<>();
    List<Seen> failures;

    try (Traffic traffic = Traffic.of(product, shop.buyers(3), BETWEEN_PAGES);
        var restarts = Executors.newFixedThreadPool(RESTARTS_AT_ONCE)) {
      List<Future<?>> restarted = new ArrayList<>();
      for (String service : RunningStack.services()) {
        Part pod = shop.stack().pods(service).get(deaths.size() % 2);
        traffic.passes(100);
        deaths.add(Instant.now());
        pod.kill();
        restarted.add(restarts.submit(pod::restart));
        traffic.passes(100);
      }
      restarted.forEach(Crowd::get);
      failures = traffic.failures();
      tell("One pod of each service killed", traffic);
    }

    assertThat(failures).noneMatch(Seen::isReading);
    assertThat(failures)
        .allMatch(failure -> deaths.stream().anyMatch(death -> met(failure, death)));
  }

  @Test
  void hangingPodCostsReadersNothingButTime() {
    Product product = shop.creator().publishes(course().stock(10_000));
    Part pod = shop.stack().part("catalog-service-2");
    List<Seen> failures;

    try (Traffic traffic = Traffic.of(product, shop.buyers(3), BETWEEN_PAGES)) {
      traffic.passes(100);
      pod.pause();
      traffic.passes(400);
      pod.resume();
      failures = traffic.failures();
      tell("One of two pods hung", traffic);
    } finally {
      pod.resume();
    }

    assertThat(failures).isEmpty();
  }

  /** Whether the request was under way when a pod died. */
  private static boolean met(Seen failure, Instant death) {
    return failure.sent().isBefore(death.plus(NEWS))
        && failure.sent().plus(failure.answer().took()).isAfter(death);
  }

  private static void tell(String what, Traffic traffic) {
    System.out.printf(
        "%s: %d requests, %d of them failed %s, %s ms.%n",
        what,
        traffic.answers(),
        traffic.failures().size(),
        traffic.failures().stream().map(seen -> seen.answer().toString()).toList(),
        traffic.latencies());
  }
}
