package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import io.stallcast.system.fault.Databases.DeadLetter;
import io.stallcast.system.fault.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What everything stands on is away for longer than anybody waits, while people go on buying. */
class OutagesRound {
  private static final Duration AWAY = Duration.ofSeconds(65);
  private static final int ORDERS_A_SECOND = 3;

  /** Cards that leave the circuit to the provider closed. */
  private static final List<String> HARMLESS_CARDS =
      List.of("tok_visa", "tok_slow", "tok_declined");

  @RegisterExtension final Shop shop = new Shop();

  private final Part provider = shop.stack().part("test-provider");
  private final Part broker = shop.stack().part("broker");
  private final Part database = shop.stack().part("database");
  private final Answers visits = new Answers();
  private List<Product> products;
  private List<Buyer> buyers;
  private List<DeadLetter> letters;

  @BeforeEach
  void open() {
    products = List.of(shop.creator().publishes(course().stock(10_000)));
    buyers = shop.buyers(12);
    letters = shop.stack().databases().deadLetters();
  }

  /** The one while the other is away already: together they take little longer than each alone. */
  @Test
  void withoutProviderAndBrokerOrdersAreAcceptedAndCompletedLater() {
    double openedBefore = circuitsOpened();

    Answers orders =
        answersDuring(
            Load.ALL_CARDS,
            () -> {
              provider.kill();
              await().atMost(Duration.ofSeconds(60)).until(() -> circuitsOpened() > openedBefore);
              broker.kill();
              stayAway(broker);
              provider.restart();
              broker.restart();
            });

    assertThat(orders.count(202)).isGreaterThan(AWAY.toSeconds() * ORDERS_A_SECOND / 2);
    closeCircuits();
    assertThat(outcomes("tok_visa", 0))
        .contains("confirmed")
        .isSubsetOf("confirmed", "cancelled provider_unavailable", "cancelled payment_timeout");
  }

  @Test
  void withoutDatabaseEverybodyIsToldToComeAgain() {
    closeCircuits();
    int before = shop.purchases().size();

    Answers orders =
        answersDuring(
            HARMLESS_CARDS,
            () -> {
              database.kill();
              stayAway(database);
              database.restart();
            });

    assertThat(orders.count(503)).isGreaterThan(AWAY.toSeconds());
    assertThat(outcomes("tok_visa", before))
        .contains("confirmed")
        .isSubsetOf("confirmed", "cancelled provider_unavailable");
  }

  /** What those are answered who want to buy; what visitors are is {@link #visits}. */
  private Answers answersDuring(List<String> cards, Runnable absence) {
    var load = Load.of(ORDERS_A_SECOND, shop, buyers, products, cards);
    try (load;
        var visitors = new Visitors(buyers.getFirst(), products.getFirst(), visits)) {
      awaitSales(10);
      absence.run();
      awaitSales(10);
    }
    System.out.printf("orders %s, visits %s%n", load.answers().counts(), visits.counts());
    shop.awaitServing();
    load.answers().areCivil();
    visits.areCivil();
    assertThat(shop.stack().databases().deadLetters()).isEqualTo(letters);
    return load.answers();
  }

  private static void stayAway(Part part) {
    await().pollDelay(AWAY).atMost(AWAY.multipliedBy(2)).until(() -> !part.isRunning());
  }

  private void awaitSales(int more) {
    int sold = shop.purchases().size();
    await().atMost(Duration.ofMinutes(1)).until(() -> shop.purchases().size() >= sold + more);
  }

  /** An earlier test may have left one open: it closes when somebody buys. */
  private void closeCircuits() {
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> {
          buyers.getFirst().buys(products.getFirst(), "tok_visa").end();
          return areCircuitsClosed();
        });
  }

  private List<String> outcomes(String card, int first) {
    var purchases =
        shop.purchases().stream().skip(first).filter(p -> p.card().equals(card)).toList();
    return Crowd.atMost(16).doing(purchases, Purchase::outcome);
  }

  /** How often circuits to the provider have opened, in all pods. */
  private double circuitsOpened() {
    return metrics().mapToDouble(m -> m.sum("ft_circuitbreaker_opened_total", "charge")).sum();
  }

  private boolean areCircuitsClosed() {
    return metrics()
        .allMatch(
            m -> m.sum("ft_circuitbreaker_state_current", ".charge\"", "state=\"closed\"") > 0);
  }

  private Stream<Metrics> metrics() {
    return shop.stack().podUrls("payment-service").stream().map(Metrics::of);
  }
}
