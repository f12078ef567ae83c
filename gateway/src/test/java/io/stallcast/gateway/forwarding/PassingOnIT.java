package io.stallcast.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class PassingOnIT {
  private final Edge edge = Edge.client();

  @Test
  void passesMethodQueryAndBody() {
    Answer answer =
        edge.send(HttpMethod.PATCH, "/api/v1/orders/7?a=b%20c&d=%2F", Buffer.buffer("{\"x\":1}"));

    assertThat(answer.json().getString("method")).isEqualTo("PATCH");
    assertThat(answer.json().getString("uri")).isEqualTo("/api/v1/orders/7?a=b%20c&d=%2F");
    assertThat(answer.json().getString("body")).isEqualTo("{\"x\":1}");
  }

  @Test
  void passesChunkedBodies() {
    HttpClientRequest request = Waiting.on(edge.open(HttpMethod.POST, "/api/v1/orders"));
    request.setChunked(true);
    request.write("one ");
    request.write("two");
    Future<Answer> answer = request.response().compose(Edge::read);
    request.end();

    assertThat(Waiting.on(answer).json().getString("body")).isEqualTo("one two");
  }

  @Test
  void invitesClientsThatAskBeforeTheySend() {
    HttpClientRequest request =
        Waiting.on(edge.open(HttpMethod.POST, "/api/v1/orders", "Expect", "100-continue"));
    request.putHeader("Content-Length", "5");
    request.continueHandler(go -> request.end("hello"));
    Future<Answer> answer = request.response().compose(Edge::read);
    Waiting.on(request.sendHead());

    assertThat(Waiting.on(answer).json().getString("body")).isEqualTo("hello");
  }

  @Test
  void passesStatusesAndErrorsOfServicesAsTheyAre() {
    Answer empty = edge.get("/api/v1/orders/empty");
    Answer failing = edge.get("/api/v1/orders/failing");

    assertThat(empty.status()).isEqualTo(204);
    assertThat(empty.header("Transfer-Encoding")).isNull();
    assertThat(failing.status()).isEqualTo(500);
    assertThat(failing.body().toString()).isEqualTo("own words");
  }

  @Test
  void passesLargeAnswers() {
    assertThat(edge.get("/api/v1/orders/large").body().length()).isEqualTo(5_000_000);
    assertThat(
            edge.send(HttpMethod.HEAD, "/api/v1/orders/large", Buffer.buffer())
                .header("Content-Length"))
        .isEqualTo("5000000");
  }

  @Test
  void refusesABodyThatSaysItIsTooLarge() {
    Answer answer = edge.post("/api/v1/narrow", "x".repeat(1025));

    isTooLarge(answer);
    assertThat(edge.post("/api/v1/narrow", "x".repeat(1024)).json().getInteger("bytes"))
        .isEqualTo(1024);
  }

  @Test
  void refusesABodyThatTurnsOutTooLarge() {
    HttpClientRequest request = Waiting.on(edge.open(HttpMethod.POST, "/api/v1/narrow"));
    request.setChunked(true);
    Future<Answer> answer = request.response().compose(Edge::read);
    request.write("x".repeat(600));
    request.write("x".repeat(600));

    isTooLarge(Waiting.on(answer));
  }

  @Test
  void letsASlowClientGo() {
    HttpClientRequest request = Waiting.on(edge.open(HttpMethod.POST, "/api/v1/orders"));
    request.putHeader("Content-Length", "100");
    Future<Answer> answer = request.response().compose(Edge::read);
    request.write("a beginning");

    assertThat(Waiting.on(answer).status()).isEqualTo(408);
    assertThat(Waiting.on(answer).json().getString("code")).isEqualTo("request_timeout");
  }

  @Test
  void letsAClientGoThatTricklesItsBody() {
    HttpClientRequest request = Waiting.on(edge.open(HttpMethod.POST, "/api/v1/orders"));
    request.putHeader("Content-Length", "100");
    Future<Answer> answer = request.response().compose(Edge::read);
    long trickle = Edge.vertx().setPeriodic(100, tick -> request.write("x"));

    assertThat(Waiting.on(answer).status()).isEqualTo(408);
    Edge.vertx().cancelTimer(trickle);
  }

  private static void isTooLarge(Answer answer) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().getString("code")).isEqualTo("payload_too_large");
  }
}
