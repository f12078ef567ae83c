package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static io.stallcast.system.Listing.software;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.system.fault.RandomFaults;
import io.stallcast.system.fault.RandomFaults.Fault;
import io.stallcast.system.fault.RecordWatch;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/**
 * Hours of bad luck in one command, which is no part of {@code verify}: {@code -Dstallcast.kills=}
 * says how many kills, {@code -Dstallcast.seed=} repeats the choices of an earlier round.
 */
class LongFaultsRound {
  private static final int KILLS = Integer.getInteger("stallcast.kills", 200);
  private static final long SEED = Long.getLong("stallcast.seed", System.nanoTime());
  private static final int KILLS_A_CHAPTER = 25;
  private static final int ORDERS_A_SECOND = 1;

  private final Random random = new Random(SEED);
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final long begun = System.nanoTime();

  /** A shop for each chapter, so that what is checked stays of a size. */
  @Test
  void nothingIsLostAndNothingDoubled() throws Exception {
    say("seed %d, %d kills", SEED, KILLS);
    try {
      for (int kills = 0; kills < KILLS; kills = kills()) {
        chapter(Math.min(KILLS, kills + KILLS_A_CHAPTER));
      }
    } finally {
      summary();
    }
    assertThat(RunningStack.get().databases().deadLetters()).isEmpty();
  }

  private void chapter(int untilKills) throws InterruptedException {
    var shop = new Shop();
    List<Product> products =
        List.of(
            shop.creator().publishes(course().stock(10_000)),
            shop.creator().publishes(course().stock(20)),
            shop.creator().publishes(software().licenceKeys(Load.keys(500))));
    List<Buyer> buyers = shop.buyers(12);
    var bad = new RandomFaults(shop.stack().everybody(), random, fault -> tell(fault, shop));
    try (var load = Load.of(ORDERS_A_SECOND, shop, buyers, products, Load.ALL_CARDS);
        bad;
        var watch = RecordWatch.on(shop.stack().broker(), RunningStack.SAGA_TOPICS, bad::on)) {
      while (kills() < untilKills) {
        bad.strike();
      }
    }
    shop.awaitServing();
    new Invariants(shop).check();
    Crowd.atMost(16)
        .doing(shop.purchases(), Purchase::outcome)
        .forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
    say("invariants hold after %d kills, %s orders", kills(), shop.purchases().size());
  }

  private int kills() {
    return (int) faults.stream().filter(Fault::isKill).count();
  }

  private void tell(Fault fault, Shop shop) {
    faults.add(fault);
    say(
        "#%d %s %s (%d) at %s, away for %.1f s; %d orders",
        kills(),
        fault.isKill() ? "kill" : "pause",
        fault.victim(),
        fault.processes(),
        fault.moment(),
        seconds(fault.away()),
        shop.purchases().size());
  }

  private void summary() {
    say("%-22s %6s %7s %10s", "victim", "kills", "pauses", "longest, s");
    faults.stream()
        .collect(groupingBy(Fault::victim, TreeMap::new, toList()))
        .forEach(LongFaultsRound::row);
    say(
        "orders: %s; dead letters: %d; took %.0f s; seed %d",
        outcomes,
        RunningStack.get().databases().deadLetters().size(),
        (System.nanoTime() - begun) / 1e9,
        SEED);
  }

  private static void row(String victim, List<Fault> all) {
    var kinds = all.stream().collect(groupingBy(Fault::isKill, counting()));
    say(
        "%-22s %6d %7d %10.1f",
        victim,
        kinds.getOrDefault(true, 0L),
        kinds.getOrDefault(false, 0L),
        all.stream().mapToDouble(fault -> seconds(fault.away())).max().orElse(0));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  @SuppressWarnings("AnnotateFormatMethod") // nobody else calls it
  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
