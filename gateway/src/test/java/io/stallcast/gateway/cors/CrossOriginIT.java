package io.stallcast.gateway.cors;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class CrossOriginIT {
  private final Edge edge = Edge.client();

  @Test
  void answersThePreflightOfAListedOrigin() {
    Answer answer = preflight("https://shop.example");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
    assertThat(answer.header("Access-Control-Allow-Headers")).contains("Idempotency-Key");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
  }

  @Test
  void refusesThePreflightOfAnyOther() {
    Answer answer = preflight("https://evil.example");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().getString("code")).isEqualTo("forbidden");
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void letsAListedOriginReadTheAnswer() {
    Answer answer = edge.get("/api/v1/orders", "Origin", "https://shop.example");

    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @Test
  void keepsTheAnswerFromOthersAndNeedsNothingForItsOwn() {
    Answer other = edge.get("/api/v1/orders", "Origin", "https://evil.example");
    Answer own = edge.get("/api/v1/orders", "Origin", "http://127.0.0.1:" + edge.port());

    assertThat(other.header("Access-Control-Allow-Origin")).isNull();
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.header("Access-Control-Allow-Origin")).isNull();
  }

  private Answer preflight(String origin) {
    return edge.send(
        HttpMethod.OPTIONS,
        "/api/v1/orders",
        Buffer.buffer(),
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        "content-type");
  }
}
