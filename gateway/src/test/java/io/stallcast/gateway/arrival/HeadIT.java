package io.stallcast.gateway.arrival;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Edge.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class HeadIT {
  private final Edge edge = Edge.client();

  @Test
  void refusesALongAddressWithAProblem() {
    Answer answer = edge.get("/api/v1/orders?q=" + "x".repeat(9_000));

    isProblem(answer, 414, "uri_too_long");
    assertThat(edge.get("/api/v1/orders?q=" + "x".repeat(8_000)).status()).isEqualTo(200);
  }

  @Test
  void refusesLargeHeadersWithAProblem() {
    isProblem(edge.get("/api/v1/orders", "X-Large", "x".repeat(17_000)), 431, "headers_too_large");
    assertThat(edge.get("/api/v1/orders", "X-Large", "x".repeat(15_000)).status()).isEqualTo(200);
  }

  @Test
  void refusesManyHeadersWithAProblem() {
    String[] many =
        IntStream.range(0, 101)
            .boxed()
            .flatMap(i -> Stream.of("X-" + i, "1"))
            .toArray(String[]::new);

    isProblem(edge.get("/api/v1/orders", many), 431, "headers_too_large");
  }

  @Test
  void hangsUpOnWhatIsFarOverTheLimits() {
    assertThat(edge.get("/api/v1/orders?q=" + "x".repeat(20_000)).status()).isEqualTo(414);
    assertThat(edge.get("/api/v1/orders", "X-Large", "x".repeat(40_000)).status()).isEqualTo(431);
  }

  @Test
  void letsGoOfHeadsThatNeverEnd() {
    List<RawClient> slow = Stream.generate(RawClient::new).limit(200).toList();
    slow.forEach(client -> client.says("GET /api/v1/orders HTTP/1.1\r\nHost: a\r\n"));

    assertThat(edge.get("/api/v1/orders").status()).isEqualTo(200);
    await()
        .pollInterval(Duration.ofMillis(200))
        .atMost(8, SECONDS)
        .until(() -> slow.stream().filter(client -> client.says("X-")).toList().isEmpty());
    slow.forEach(RawClient::close);
  }

  @Test
  void letsGoOfALaterHeadThatNeverEnds() {
    try (RawClient client = new RawClient()) {
      client.says("GET /api/v1/orders HTTP/1.1\r\nHost: a\r\n\r\nGET /api/v1/orders HTTP/1.1\r\n");

      assertThat(client.hearsToTheEnd()).containsOnlyOnce("HTTP/1.1 200");
    }
  }

  @Test
  void keepsAConnectionOnWhichAnAnswerIsUnderWay() {
    try (RawClient client = new RawClient()) {
      client.says("GET /api/v1/narrow/hang HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(client.hearsToTheEnd()).contains("HTTP/1.1 504");
    }
  }

  private static void isProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().getString("code")).isEqualTo(code);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }
}
