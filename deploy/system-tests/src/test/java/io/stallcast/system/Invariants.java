package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.client.payment.LedgerApi;
import io.stallcast.client.payment.TrialBalance;
import io.stallcast.system.Provider.Charge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;

/**
 * What holds after everything that can happen, as far as one can tell from outside: each service is
 * asked for its own part, and all have to agree. What is eventual is waited for.
 */
final class Invariants {
  private static final Crowd EACH = Crowd.atMost(16);

  private final Shop shop;
  private final Provider provider;
  private final LedgerApi ledger;

  /** How each order ended. */
  private final Map<Purchase, String> ends = new HashMap<>();

  /** How often money of an order was given back. */
  private final Map<String, Integer> refunds = new HashMap<>();

  Invariants(Shop shop) {
    this.shop = shop;
    this.provider = shop.stack().provider();
    this.ledger = shop.admin().api().client().ledger();
  }

  void check() {
    everyOrderIsDecided();
    chargesMatchOrders();
    stockMatchesOrders();
    librariesMatchOrders();
    new Notices(shop.stack().mailBox(), ends, refunds).areGivenOnce();
    booksBalance();
  }

  private void everyOrderIsDecided() {
    ends.putAll(EACH.ask(shop.purchases(), Purchase::end));
    EACH.ask(shop.purchases(), purchase -> purchase.saga().getState().getValue())
        .forEach((purchase, state) -> assertThat(state).isEqualTo(sagaState(ends.get(purchase))));
  }

  /** One charge for each order that was paid, and no money kept for any other. */
  private void chargesMatchOrders() {
    eventually(() -> {
      var charges =
          provider.charges().stream()
              .filter(Charge::isTaken)
              .collect(Collectors.groupingBy(Charge::orderId));
      ends.forEach((purchase, end) ->
          requireCharges(purchase, end, charges.getOrDefault(purchase.id(), List.of())));
      charges.forEach((order, all) -> refunds.put(order, all.getFirst().refunds().size()));
    });
  }

  private static void requireCharges(Purchase purchase, String end, List<Charge> charges) {
    boolean isPaid = !end.equals("cancelled") && purchase.total() > 0;
    if (isPaid) {
      assertThat(charges).as("charges of %s, %s", purchase, end).hasSize(1);
      assertThat(charges.getFirst().amount()).isEqualTo(purchase.total());
    }
    if (!end.equals("confirmed")) {
      assertThat(charges).as("charges of %s, %s", purchase, end).allMatch(c -> c.kept() == 0);
    }
  }

  private void stockMatchesOrders() {
    for (Product product : shop.products()) {
      long sold = unitsSold(product);
      Integer initially = product.listing().units();
      if (initially != null) {
        var expected = new Product.Stock(initially - sold, 0, sold);
        eventually(() -> assertThat(product.stock()).isEqualTo(expected));
      }
    }
  }

  private long unitsSold(Product product) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().product().equals(product))
        .filter(end -> !end.getValue().equals("cancelled"))
        .mapToLong(end -> end.getKey().units())
        .sum();
  }

  private void librariesMatchOrders() {
    Map<Buyer, List<String>> owned = new HashMap<>();
    ends.forEach((purchase, end) -> {
      var products = owned.computeIfAbsent(purchase.buyer(), buyer -> new ArrayList<>());
      if (end.equals("confirmed")) {
        products.add(purchase.product().id());
      }
    });
    eventually(
        owned.keySet(),
        buyer ->
            assertThat(buyer.library())
                .as("library of %s", buyer.session().email())
                .isEqualTo(owned.get(buyer).stream().distinct().sorted().toList()));
  }

  /** Debits are credits, and our cash is what the provider holds for us. */
  private void booksBalance() {
    eventually(() -> {
      Map<String, Long> cash = new HashMap<>();
      for (TrialBalance row : Client.require(() -> ledger.readTrialBalance()).getItems()) {
        assertThat(row.getBalance()).as("%s", row).isZero();
        cash.put(row.getCurrency(), row.getCash());
      }
      assertThat(cash).isEqualTo(provider.cash());
    });
  }

  private static String sagaState(String end) {
    return end.equals("cancelled") ? "failed" : "completed";
  }

  /** Waits until it holds for each of them, and asks no more about those for whom it does. */
  static <T> void eventually(Collection<T> all, Consumer<T> holds) {
    Set<T> left = ConcurrentHashMap.newKeySet();
    left.addAll(all);
    eventually(() ->
        EACH.doing(
            List.copyOf(left),
            one -> {
              holds.accept(one);
              return left.remove(one);
            }));
  }

  /** Waits for what is eventual. */
  static void eventually(ThrowingRunnable holds) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(holds);
  }
}
