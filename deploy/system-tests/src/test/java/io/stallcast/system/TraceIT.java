package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.stallcast.system.TraceCollector.Seen;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A purchase can be followed through every process that had a part in it. */
class TraceIT {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void oneTraceHoldsPurchaseFromTheEdgeToTheLastConsumer() {
    Product product = shop.creator().publishes(course().stock(1));
    Buyer buyer = shop.buyer();
    String traceId = UUID.randomUUID().toString().replace("-", "");

    Purchase purchase = buys(buyer, product, "00-" + traceId + "-00f067aa0ba902b7-01");

    assertThat(purchase.ends("confirmed").saga().getTraceId()).isEqualTo(traceId);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> requireWhole(shop.stack().traces().trace(traceId)));
  }

  /** By a client that wants it to be traced. */
  private static Purchase buys(Buyer buyer, Product product, String traceparent) {
    String id =
        buyer
            .orders(1, product, "tok_visa", traceparent, "traceparent", traceparent)
            .expect(202)
            .json()
            .path("id")
            .asText();
    var purchase = new Purchase(buyer, product, 1, "tok_visa", id);
    buyer.shop().remember(purchase);
    return purchase;
  }

  private static void requireWhole(Set<Seen> trace) {
    assertThat(services(trace, SpanKind.SPAN_KIND_SERVER)).contains("gateway", "order-service");
    assertThat(services(trace, SpanKind.SPAN_KIND_CONSUMER))
        .contains("order-service", "catalog-service", "payment-service", "notification-service");
  }

  private static Stream<String> services(Set<Seen> trace, SpanKind kind) {
    return trace.stream().filter(span -> span.kind() == kind).map(Seen::service).distinct();
  }
}
