package io.stallcast.gateway.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class ArrivalIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Edge edge = Edge.client();

  @Test
  void keepsTheRequestIdOfTheClient() {
    Answer answer = edge.get("/api/v1/orders", "X-Request-Id", "checkout-7.1");

    assertThat(answer.header("X-Request-Id")).isEqualTo("checkout-7.1");
    assertThat(answer.reported("x-request-id")).isEqualTo("checkout-7.1");
  }

  @Test
  void givesARequestIdWhereTheClientsIsNone() {
    Answer answer = edge.get("/api/v1/orders", "X-Request-Id", "<script>");

    assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    assertThat(answer.reported("x-request-id")).isEqualTo(answer.header("X-Request-Id"));
  }

  @Test
  void keepsTheTraceOfTheClient() {
    Answer answer =
        edge.get(
            "/api/v1/orders",
            "traceparent",
            "00-" + TRACE + "-00f067aa0ba902b7-01",
            "tracestate",
            "a=b");

    assertThat(answer.reported("traceparent")).startsWith("00-" + TRACE + "-").doesNotContain("|");
    assertThat(answer.reported("traceparent")).doesNotContain("00f067aa0ba902b7");
    assertThat(answer.reported("tracestate")).isEqualTo("a=b");
  }

  @Test
  void namesTheTraceInProblems() {
    Answer answer =
        edge.get("/api/v1/nothing", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

    assertThat(answer.json().getString("traceId")).isEqualTo(TRACE);
  }

  @Test
  void believesTrustedProxiesAboutTheClient() {
    Answer answer =
        edge.get(
            "/api/v1/orders",
            "X-Forwarded-For",
            "203.0.113.9, 10.1.2.3",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "shop.example");

    assertThat(answer.reported("x-forwarded-for")).isEqualTo("203.0.113.9");
    assertThat(answer.reported("x-forwarded-proto")).isEqualTo("https");
    assertThat(answer.reported("x-forwarded-host")).isEqualTo("shop.example");
    assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
  }

  @Test
  void believesNobodyElse() {
    Answer answer =
        Edge.direct()
            .get(
                "/api/v1/orders",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "for=203.0.113.9",
                "X-Real-IP",
                "203.0.113.9");

    assertThat(answer.reported("x-forwarded-for")).isEqualTo("127.0.0.2");
    assertThat(answer.reported("x-forwarded-proto")).isEqualTo("http");
    assertThat(answer.reported("x-forwarded-host")).startsWith("127.0.0.1:");
    assertThat(answer.reported("forwarded")).isNull();
    assertThat(answer.reported("x-real-ip")).isNull();
    assertThat(answer.header("Strict-Transport-Security")).isNull();
  }

  @Test
  void keepsInternalHeadersAndThoseOfOneHopToItself() {
    Answer answer =
        edge.get(
            "/api/v1/orders",
            "X-Original-URL",
            "/q/health",
            "X-HTTP-Method-Override",
            "DELETE",
            "X-Stallcast-Role",
            "admin",
            "Connection",
            "keep-alive, X-Mine",
            "X-Mine",
            "1",
            "TE",
            "trailers",
            "Accept",
            "application/json");

    assertThat(answer.reported("x-original-url")).isNull();
    assertThat(answer.reported("x-http-method-override")).isNull();
    assertThat(answer.reported("x-stallcast-role")).isNull();
    assertThat(answer.reported("x-mine")).isNull();
    assertThat(answer.reported("te")).isNull();
    assertThat(answer.reported("accept")).isEqualTo("application/json");
    assertThat(answer.reported("host")).startsWith("127.0.0.1:" + edge.port());
  }

  @Test
  void passesAnAnswerAsItIsButForWhatTheEdgeSays() {
    Answer answer = edge.get("/api/v1/orders/named", "X-Request-Id", "checkout-7.1");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    assertThat(answer.headers().getAll("X-Request-Id")).containsExactly("checkout-7.1");
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    assertThat(answer.header("Server")).isNull();
    assertThat(answer.header("X-Hop")).isNull();
  }

  @Test
  void protectsBrowsersWhateverTheAnswer() {
    for (String uri : new String[] {"/api/v1/orders", "/api/v1/nothing", "/", "/api/v1/payments"}) {
      Answer answer = edge.get(uri);

      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.headers().getAll("Referrer-Policy")).hasSize(1);
      assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
      assertThat(answer.header("Referrer-Policy")).isNotBlank();
    }
  }

  @Test
  void needsOneHost() {
    assertThat(edge.get("/api/v1/orders", "Host", "a", "Host", "b").status()).isEqualTo(400);
  }
}
