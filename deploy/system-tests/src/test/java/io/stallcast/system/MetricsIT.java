package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts and dashboards ask for what the services really tell of themselves. */
class MetricsIT {
  private static final Path FOLDER = RunningStack.repository().resolve("deploy/observability");

  @RegisterExtension final Shop shop = new Shop();

  @Test
  void everyExpressionAsksForWhatIsTold() {
    everythingHappensOnce();

    Invariants.eventually(() -> {
      Telling telling = Telling.of(shop.stack().monitored());
      assertThat(Expression.in(FOLDER))
          .hasSizeGreaterThan(50)
          .flatExtracting(expression -> expression.objections(telling))
          .isEmpty();
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(stallcast_orders_sum[5m])",
        "sum(stallcast_saga_stuck{pod=\"a\"})",
        "sum by (uri, colour) (rate(http_server_requests_seconds_count[5m]))",
        "stallcast_sockets_frames_total{direction=\"up\"}",
        "vector(1)"
      })
  void objectsToWhatNobodyTells(String text) {
    Telling telling = Telling.of(shop.stack().monitored());

    assertThat(new Expression("here", text).objections(telling)).isNotEmpty();
  }

  private void everythingHappensOnce() {
    Creator creator = shop.creator();
    Product product = creator.publishes(course().stock(3));
    List<Purchase> purchases =
        List.of(
            shop.buyer().buys(product, "tok_visa"),
            shop.buyer().buys(product, "tok_declined"),
            shop.buyer().buys(product, "tok_error"),
            shop.buyer().buys(5, product, "tok_visa"));
    String stream = creator.goesLive(creator.announces());
    try (Guest guest = Guest.in(stream, creator.session().api())) {
      guest.say("1", "Welcome");
      guest.screen().await("ack");
    }
    purchases.forEach(Purchase::end);
    purchases.getFirst().asks("refund").expect(202);
    purchases.getFirst().becomes("refunded");
  }
}
