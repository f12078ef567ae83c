package io.stallcast.gateway.forwarding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import io.stallcast.gateway.Waiting;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class IsolationIT {
  private final Edge edge = Edge.client();

  @Test
  void answersForADeadServiceAtOnce() {
    Instant asked = Instant.now();
    Answer answer = edge.get("/api/v1/payments/7");

    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().getString("code")).isEqualTo("unavailable");
    assertThat(answer.json().getString("detail")).contains("payment");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
  }

  @Test
  void answersForAServiceThatHangsUp() {
    assertThat(edge.get("/api/v1/orders/cut").status()).isEqualTo(503);
  }

  @Test
  void givesUpOnAHangingServiceAndHarmsNoOther() {
    List<Future<Answer>> waiting =
        IntStream.range(0, 20).mapToObj(i -> begin("/api/v1/hanging/hang")).toList();
    Answer other = edge.get("/api/v1/orders");

    assertThat(other.status()).isEqualTo(200);
    assertThat(waiting).noneMatch(Future::isComplete);
    for (Future<Answer> late : waiting) {
      assertThat(Waiting.on(late).status()).isEqualTo(504);
      assertThat(Waiting.on(late).json().getString("code")).isEqualTo("timeout");
    }
  }

  @Test
  void opensTheCircuitOfADeadServiceAndClosesItWhenItIsBack() {
    for (int i = 0; i < 4; i++) {
      assertThat(edge.get("/api/v1/fragile").status()).isEqualTo(503);
    }

    assertThat(metric("gateway_circuit_state", "fragile")).isEqualTo(2);
    Answer refused = edge.get("/api/v1/fragile");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.json().getString("detail")).contains("does not answer for now");

    HttpServer back = startFragile();
    await()
        .atMost(5, SECONDS)
        .untilAsserted(() -> assertThat(edge.get("/api/v1/fragile").status()).isEqualTo(200));
    await()
        .atMost(5, SECONDS)
        .untilAsserted(() -> {
          edge.get("/api/v1/fragile");
          assertThat(metric("gateway_circuit_state", "fragile")).isZero();
        });
    Waiting.on(back.close());
  }

  @Test
  void letsOnlySoManyWaitForOneService() {
    HttpClientRequest first = hang();
    HttpClientRequest second = hang();
    await().atMost(5, SECONDS).until(() -> metric("gateway_waiting_requests", "narrow") == 2);

    Answer third = edge.get("/api/v1/narrow");
    assertThat(third.status()).isEqualTo(503);
    assertThat(third.json().getString("detail")).contains("too many requests");
    assertThat(edge.get("/api/v1/orders").status()).isEqualTo(200);

    first.reset();
    second.reset();
    await()
        .atMost(5, SECONDS)
        .untilAsserted(() -> assertThat(edge.get("/api/v1/narrow").status()).isEqualTo(200));
  }

  @Test
  void keepsPathsOutOfMetrics() {
    edge.get("/api/v1/orders/0192f0c1-secret");

    String metrics = Edge.management().get("/q/metrics").body().toString();
    assertThat(metrics).doesNotContain("0192f0c1-secret");
    assertThat(metrics).contains("uri=\"/api/v1/orders/*\"");
    assertThat(metrics).contains("gateway_upstream_requests_seconds_count");
    assertThat(metrics).contains("ft_circuitbreaker_calls_total");
  }

  private Future<Answer> begin(String uri) {
    return edge.begin(HttpMethod.GET, uri, Buffer.buffer());
  }

  private HttpClientRequest hang() {
    HttpClientRequest request = Waiting.on(edge.open(HttpMethod.GET, "/api/v1/narrow/hang"));
    request.end();
    return request;
  }

  private static HttpServer startFragile() {
    String address =
        ConfigProvider.getConfig()
            .getValue("stallcast.gateway.upstreams.fragile.addresses", String.class);
    int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
    return Waiting.on(
        Edge.vertx()
            .createHttpServer()
            .requestHandler(request -> request.response().end())
            .listen(port, "127.0.0.1"));
  }

  private static double metric(String name, String upstream) {
    return Edge.metric(name, "upstream=\"" + upstream + "\"");
  }
}
