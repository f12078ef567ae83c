package io.stallcast.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import io.stallcast.platform.testing.TestTokens;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class RateLimitIT {
  private final Edge edge = Edge.client();

  @Test
  void boundsAUserFromWhereverTheyCome() {
    String token = "Bearer " + TestTokens.of(UUID.randomUUID(), "buyer");
    allows(10, () -> Edge.client().get("/api/v1/orders", "Authorization", token));

    refuses(Edge.client().get("/api/v1/orders", "Authorization", token), 10);
    assertThat(edge.get("/api/v1/orders").status()).isEqualTo(200);
  }

  @Test
  void boundsAnAddressWhoeverAsks() {
    allows(200, () -> edge.get("/api/v1/orders"));

    refuses(edge.get("/api/v1/orders"), 200);
    assertThat(Edge.client().get("/api/v1/orders").status()).isEqualTo(200);
  }

  @Test
  void boundsSigningInMoreThanTheRest() {
    allows(3, () -> edge.post("/api/v1/auth/login", "{}"));

    refuses(edge.post("/api/v1/auth/%6cogin/", "{}"), 3);
    refuses(edge.post("/api/v1/auth/register", "{}"), 3);
    assertThat(edge.get("/api/v1/auth/me").status()).isEqualTo(200);
  }

  @Test
  void saysWhatIsLeft() {
    Answer first = edge.get("/api/v1/orders");
    Answer second = edge.get("/api/v1/orders");

    assertThat(first.header("RateLimit-Limit")).isEqualTo("200");
    assertThat(first.header("RateLimit-Remaining")).isEqualTo("199");
    assertThat(second.header("RateLimit-Remaining")).isEqualTo("198");
    assertThat(Integer.parseInt(second.header("RateLimit-Reset"))).isBetween(1, 36);
  }

  private static void allows(int times, Supplier<Answer> request) {
    for (int i = 0; i < times; i++) {
      assertThat(request.get().status()).isEqualTo(200);
    }
  }

  private static void refuses(Answer answer, int limit) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.json().getString("code")).isEqualTo("too_many_requests");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3600 / limit + 1);
    assertThat(answer.header("RateLimit-Remaining")).isEqualTo("0");
  }
}
