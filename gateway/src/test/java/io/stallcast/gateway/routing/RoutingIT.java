package io.stallcast.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Backends.class)
class RoutingIT {
  private final Edge edge = Edge.client();

  @ParameterizedTest
  @CsvSource({
    "/api/v1/auth/me, auth",
    "/.well-known/openid-configuration, auth",
    "/api/v1/orders/7/saga, order",
    "/api/v1/cart, order",
    "/api/v1/admin/sagas?stuck=true, order",
    "/api/v1/notifications/preferences, notification"
  })
  void leadsToTheServiceOfThePath(String uri, String backend) {
    Answer answer = edge.get(uri);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getString("backend")).isEqualTo(backend);
    assertThat(answer.json().getString("uri")).isEqualTo(uri);
  }

  @Test
  void goesRoundTheAddressesAndPassesOverADeadOne() {
    Set<String> seen =
        IntStream.range(0, 12)
            .mapToObj(i -> edge.get("/api/v1/products"))
            .map(answer -> answer.json().getString("backend"))
            .collect(Collectors.toSet());

    assertThat(seen).containsExactlyInAnyOrder("catalog", "catalog-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/inventory/reserve",
        "/api/v1/inventory/reserve/",
        "/api/v1/inventory/reserve?x=/api/v1/products",
        "/api/v1/inventory/release",
        "/api/v1/inventory/%72eserve",
        "/api/v1/inventory//reserve",
        "/api/v1/inventory/./reserve",
        "/api/v1/inventory/x/../reserve",
        "/api/v1/inventory/%2e/reserve",
        "/api/v1/inventory/x/%2e%2e/reserve",
        "/api/v1/inventory%2Freserve",
        "/api/v1/inventory/reserve;v=1",
        "/api/v1/inventory;v=1/reserve",
        "/api/v1/inventory/reserve%2F",
        "/api/v1/inventory/reserve%3B",
        "/api/v1/inventory/%2572eserve",
        "/api/v1/payments/process",
        "/api/v1/payments/refund",
        "/api/v1/auth/token",
        "//api/v1/auth/token",
        "/api/v1/products/../../../q/health",
        "/q/health",
        "/q/metrics",
        "/q/openapi",
        "/%71/metrics",
        "/q",
        "/api/v1/unheard-of",
        "/ws2/../ws/chat",
        "/api"
      })
  void findsNothingThatIsNotForClients(String uri) {
    for (HttpMethod method : new HttpMethod[] {HttpMethod.POST, HttpMethod.GET}) {
      Answer answer = edge.send(method, uri, Buffer.buffer());

      assertThat(answer.status()).as(method + " " + uri).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.json().getString("code")).isEqualTo("not_found");
    }
  }

  @Test
  void offersTheNeighboursOfInternalPaths() {
    assertThat(edge.get("/api/v1/inventory/reserved").status()).isEqualTo(200);
    assertThat(edge.get("/api/v1/auth/tokens").status()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNoUriAtAll() {
    assertThat(edge.post("/api/v1/inventory\\reserve", "{}").status()).isEqualTo(400);
  }

  @Test
  void refusesToTrace() {
    assertThat(edge.send(HttpMethod.TRACE, "/api/v1/products", Buffer.buffer()).status())
        .isEqualTo(405);
  }

  @Test
  void showsAPageAtTheRoot() {
    Answer page = edge.get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body().toString()).contains("Stallcast", "/swagger-ui");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(page.headers().getAll("Cache-Control")).containsExactly("no-cache");
    assertThat(edge.get("/assets/landing.css").status()).isEqualTo(200);
    assertThat(edge.get("/no-such-page").json().getString("code")).isEqualTo("not_found");
  }

  @Test
  void tellsProbesAndMetricsOnTheirOwnPort() {
    assertThat(Edge.management().get("/q/health/ready").status()).isEqualTo(200);
    assertThat(Edge.management().get("/q/metrics").body().toString())
        .contains("gateway_circuit_state");
  }
}
