package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.stallcast.system.TraceCollector.Seen;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A purchase can be followed through every process that had a part in it. */
class TraceIT {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void oneTraceHoldsPurchaseFromTheEdgeToTheLastConsumer() {
    Product product = shop.creator().publishes(course().stock(1));
    Purchase purchase = shop.buyer().buys(product, "tok_visa").ends("confirmed");
    String traceId = purchase.saga().getTraceId();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> requireWhole(shop.stack().traces().trace(traceId)));
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
