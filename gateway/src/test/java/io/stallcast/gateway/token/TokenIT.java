package io.stallcast.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import io.stallcast.platform.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Backends.class)
class TokenIT {
  private final Edge edge = Edge.client();
  private final UUID user = UUID.randomUUID();

  @Test
  void passesGoodTokensOn() {
    String token = "Bearer " + TestTokens.of(user, "buyer");

    assertThat(edge.get("/api/v1/orders", "Authorization", token).reported("authorization"))
        .isEqualTo(token);
    assertThat(edge.get("/api/v1/orders", "Authorization", token).status()).isEqualTo(200);
  }

  @Test
  void leavesItToServicesWhetherATokenIsNeeded() {
    assertThat(edge.get("/api/v1/orders").status()).isEqualTo(200);
    assertThat(edge.get("/api/v1/orders", "Authorization", "Basic YTpi").status()).isEqualTo(200);
  }

  @Test
  void refusesExpiredTokens() {
    refuses(TestTokens.expired(user));
  }

  @Test
  void refusesForgedTokens() {
    refuses(TestTokens.forged(user, "admin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "a.b.c",
        "eyJhbGciOiJub25lIiwia2lkIjoidGVzdCJ9.eyJzdWIiOiIxIn0.",
        "eyJhbGciOiJSUzI1NiIsImtpZCI6InVua25vd24ifQ.eyJzdWIiOiIxIn0.AAAA",
        "e30.e30.e30"
      })
  void refusesWhatIsNoTokenOfOurs(String token) {
    refuses(token);
  }

  @Test
  void letsAnExpiredTokenSignInAgain() {
    Answer answer =
        edge.post(
            "/api/v1/auth/refresh", "{}", "Authorization", "Bearer " + TestTokens.expired(user));

    assertThat(answer.status()).isEqualTo(200);
  }

  private void refuses(String token) {
    Answer answer = edge.post("/api/v1/orders", "{}", "Authorization", "Bearer " + token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().getString("code")).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }
}
