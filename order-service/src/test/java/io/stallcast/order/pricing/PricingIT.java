package io.stallcast.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.CatalogPeer;
import io.stallcast.order.Offer;
import io.stallcast.order.Prices;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent.Product;
import io.stallcast.platform.event.catalog.ProductEvent.ProductArchived;
import io.stallcast.platform.event.catalog.ProductEvent.ProductCreated;
import io.stallcast.platform.event.catalog.ProductEvent.ProductDeleted;
import io.stallcast.platform.event.catalog.ProductEvent.ProductPublished;
import io.stallcast.platform.event.catalog.ProductEvent.ProductUpdated;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Prices from the feed, and from a catalog-service that answers, or not. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class PricingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Prices prices;
  @Inject PricedProducts known;
  @Inject CircuitBreakerMaintenance circuits;
  @RestClient CatalogClient catalog;

  private final UUID product = Identifiers.next();

  @AfterEach
  void closeTheCircuit() {
    circuits.resetAll();
  }

  // --- the feed

  @Test
  void knowsWhatIsPublished() {
    send(1, new ProductCreated(product(1, "draft", 100)));
    send(2, new ProductPublished(product(2, "published", 100)));

    awaitPrice(100);
    assertThat(offers().get(product).version()).isEqualTo(2);
    assertThat(CatalogPeer.asked(product)).isZero();
  }

  @Test
  void followsThePrice() {
    send(1, new ProductPublished(product(1, "published", 100)));
    send(2, new ProductUpdated(product(2, "published", 150)));

    awaitPrice(150);
  }

  @Test
  void ignoresAnOlderStateThatComesLate() {
    var marker = Identifiers.next();
    send(2, new ProductUpdated(product(2, "published", 150)));
    send(1, new ProductPublished(product(1, "published", 100)));
    TestEvents.send(
        Topic.PRODUCT_EVENTS,
        product,
        3,
        new ProductPublished(
            new Product(
                marker,
                1,
                marker,
                "course",
                "",
                "",
                "published",
                "unlimited",
                eur(1),
                null,
                List.of(),
                Instant.EPOCH,
                null)));

    await().until(() -> !known(marker).isEmpty());
    assertThat(known(product).get(product).price()).isEqualTo(eur(150));
  }

  @Test
  void sellsNothingThatIsArchivedOrGone() {
    send(1, new ProductPublished(product(1, "published", 100)));
    awaitPrice(100);

    send(2, new ProductArchived(product(2, "archived", 100)));
    await().atMost(PATIENCE).until(() -> known(product).isEmpty());
    send(3, new ProductPublished(product(3, "published", 100)));
    awaitPrice(100);
    send(4, new ProductDeleted());
    await().atMost(PATIENCE).until(() -> known(product).isEmpty());
  }

  // --- catalog-service

  @Test
  void readsWhatIsNotKnownOnce() {
    var unknown = CatalogPeer.sells(700, "EUR");

    assertThat(of(unknown).get(unknown).price()).isEqualTo(eur(700));
    assertThat(of(unknown)).hasSize(1);
    assertThat(CatalogPeer.asked(unknown)).isEqualTo(1);
  }

  @Test
  void takesNoForAnAnswer() {
    assertThat(of(product)).isEmpty();
    assertThat(CatalogPeer.asked(product)).isEqualTo(1);
  }

  @Test
  void triesAgainWhatFailed() {
    CatalogPeer.behave(
        product,
        exchange -> {
          if (CatalogPeer.asked(product) < 3) {
            CatalogPeer.fail(exchange);
          } else {
            CatalogPeer.json(exchange, CatalogPeer.product(product, 900, "EUR", "published"));
          }
        });

    assertThat(of(product).get(product).price()).isEqualTo(eur(900));
    assertThat(CatalogPeer.asked(product)).isEqualTo(3);
  }

  @Test
  void waitsForNoAnswerLongerThanItShould() {
    CatalogPeer.behave(product, CatalogPeer::hang);
    var start = System.nanoTime();

    assertUnavailable(product);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(CatalogPeer.asked(product)).isEqualTo(3);
  }

  @Test
  void asksNoMoreWhereEverythingFails() {
    CatalogPeer.behave(product, CatalogPeer::fail);
    for (int i = 0; i < 4; i++) {
      assertUnavailable(product);
    }
    assertThat(circuits.currentState(CatalogClient.CIRCUIT)).isEqualTo(CircuitBreakerState.OPEN);
    var asked = CatalogPeer.asked(product);

    assertUnavailable(product);

    assertThat(CatalogPeer.asked(product)).isEqualTo(asked);
  }

  @Test
  void asksAgainWhenItHasHadARest() {
    CatalogPeer.behave(product, CatalogPeer::fail);
    for (int i = 0; i < 4; i++) {
      assertUnavailable(product);
    }
    CatalogPeer.behave(
        product,
        exchange ->
            CatalogPeer.json(exchange, CatalogPeer.product(product, 900, "EUR", "published")));

    await().atMost(PATIENCE).ignoreExceptions().until(() -> of(product).size() == 1);
  }

  @Test
  void keepsTheCallersThatWaitFew() {
    CatalogPeer.behave(product, CatalogPeer::hang);

    var outcomes =
        Uni.join()
            .all(
                IntStream.range(0, 80)
                    .mapToObj(i ->
                        catalog
                            .product(product)
                            .<Object>map(found -> found)
                            .onFailure()
                            .recoverWithItem(failure -> failure))
                    .toList())
            .andCollectFailures()
            .await()
            .atMost(PATIENCE);

    assertThat(outcomes).filteredOn(BulkheadException.class::isInstance).hasSizeGreaterThan(20);
    assertThat(CatalogPeer.asked(product)).isLessThanOrEqualTo(48);
    var other = CatalogPeer.sells(700, "EUR");
    await().atMost(PATIENCE).ignoreExceptions().until(() -> of(other).size() == 1);
  }

  private void send(long version, Object event) {
    TestEvents.send(Topic.PRODUCT_EVENTS, product, version, event);
  }

  private Product product(long version, String status, long price) {
    return new Product(
        product,
        version,
        product,
        "course",
        "A course",
        "",
        status,
        "unlimited",
        eur(price),
        null,
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static Money eur(long amount) {
    return new Money(amount, "EUR");
  }

  private void awaitPrice(long amount) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(known(product).get(product))
                .isNotNull()
                .extracting(Offer::price)
                .isEqualTo(eur(amount)));
  }

  private Map<UUID, Offer> offers() {
    return of(product);
  }

  private Map<UUID, Offer> known(UUID id) {
    return known.forSale(Set.of(id)).await().atMost(PATIENCE);
  }

  private Map<UUID, Offer> of(UUID id) {
    return prices.of(Set.of(id)).await().atMost(PATIENCE);
  }

  private void assertUnavailable(UUID id) {
    assertThatThrownBy(() -> of(id))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(StandardProblem.UNAVAILABLE));
  }
}
