package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway keeps from clients: what is internal, and that a service is in trouble. */
class EdgeIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  @RegisterExtension final Shop shop = new Shop();

  private final List<Part> catalogService = shop.stack().pods("catalog-service");

  @AfterEach
  void mend() {
    catalogService.parallelStream().filter(pod -> !pod.isRunning()).forEach(Part::restart);
    catalogService.forEach(Part::resume);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> shop.anybody().get("/api/v1/products").status() == 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/inventory/reserve",
        "/api/v1/inventory/release",
        "/api/v1/inventory/reserve/",
        "/api/v1/inventory/%72eserve",
        "/api/v1/payments/process",
        "/api/v1/payments/refund",
        "/api/v1/auth/token",
        "/q/health",
        "/q/metrics",
        "/q/openapi"
      })
  void internalPathsAreNotFound(String path) {
    shop.admin().api().post(path, Map.of()).expectProblem(404, "not_found");
    shop.admin().api().get(path).expectProblem(404, "not_found");
  }

  @Test
  void hangingServiceHarmsNoOther() {
    Buyer buyer = shop.buyer();
    Product product = shop.creator().publishes(course().stock(3));
    Purchase before = buyer.buys(product, "tok_visa").ends("confirmed");

    catalogService.forEach(Part::pause);

    requireUnavailable(shop.anybody().get("/api/v1/products/" + product.id()));
    Purchase meanwhile = requireOthersServe(buyer, product);
    catalogService.forEach(Part::resume);
    meanwhile.ends("confirmed");
    before.ends("confirmed");
  }

  @Test
  void deadServiceIsToldOfAtOnce() {
    Buyer buyer = shop.buyer();
    Product product = shop.creator().publishes(course().stock(3));
    buyer.buys(product, "tok_visa").ends("confirmed");

    catalogService.forEach(Part::kill);

    Answer answer = shop.anybody().get("/api/v1/products/" + product.id());
    requireUnavailable(answer);
    assertThat(answer.took()).isLessThan(AT_ONCE);
    Purchase meanwhile = requireOthersServe(buyer, product);
    catalogService.parallelStream().forEach(Part::restart);
    meanwhile.ends("confirmed");
  }

  private static void requireUnavailable(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isIn(Set.of(503, 504));
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.code()).isIn("unavailable", "timeout");
  }

  /** Orders are accepted, too: stock decides when it can. */
  private static Purchase requireOthersServe(Buyer buyer, Product product) {
    for (String path :
        Set.of("/api/v1/orders", "/api/v1/library", "/api/v1/notifications", "/api/v1/auth/me")) {
      Answer answer = buyer.api().get(path).expect(200);
      assertThat(answer.took()).as(path).isLessThan(AT_ONCE);
    }
    return buyer.buys(product, "tok_visa");
  }
}
