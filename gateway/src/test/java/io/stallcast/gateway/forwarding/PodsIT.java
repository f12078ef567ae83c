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
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of two pods always answers; what the other one does is each test's own. */
@QuarkusTest
@WithTestResource(Backends.class)
class PodsIT {
  private static final String TWINS = "/api/v1/twins";

  private final Edge edge = Edge.client();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Handler<HttpServerRequest>> behaviour =
      new AtomicReference<>(request -> request.response().end());
  private HttpServer other;

  @BeforeEach
  void startOther() {
    other =
        Waiting.on(
            Edge.vertx().createHttpServer().requestHandler(this::hear).listen(port(), "127.0.0.1"));
    awaitOther(1);
  }

  @AfterEach
  void stopOther() {
    Waiting.on(other.close());
    awaitOther(0);
  }

  @Test
  void asksBothInTurn() {
    List<String> backends = IntStream.range(0, 10).mapToObj(i -> read().body().toString()).toList();

    assertThat(backends).anyMatch(body -> body.contains("twin")).anyMatch(String::isEmpty);
  }

  @Test
  void costsNobodyAnythingThatOneIsGone() {
    Waiting.on(other.close());

    assertThat(answers(20)).allMatch(answer -> answer.status() == 200);
    assertThat(Edge.metric("gateway_pod_well", pod())).isZero();
    assertThat(Edge.metric("gateway_circuit_state", "upstream=\"twins\"")).isZero();
  }

  @Test
  void takesAReadingRequestToTheOtherWhereOneHangs() {
    behaviour.set(request -> {});

    assertThat(answers(20)).allMatch(answer -> answer.status() == 200);
    awaitOther(0);
    assertThat(Edge.metric("gateway_circuit_state", "upstream=\"twins\"")).isZero();
  }

  @Test
  void takesAReadingRequestToTheOtherWhereOneHangsUp() {
    behaviour.set(PodsIT::hangUpUnlessProbed);

    assertThat(answers(20)).allMatch(answer -> answer.status() == 200);
    assertThat(heard).contains("GET");
  }

  @Test
  void repeatsNothingThatMayHaveBeenDone() {
    behaviour.set(PodsIT::hangUpUnlessProbed);

    List<Integer> statuses =
        IntStream.range(0, 4).mapToObj(i -> edge.post(TWINS, "{}").status()).toList();

    assertThat(statuses).contains(503).contains(200);
    assertThat(heard.stream().filter("POST"::equals))
        .hasSize((int) statuses.stream().filter(status -> status == 503).count());
  }

  @Test
  void passesOverAPodThatIsNotReady() {
    behaviour.set(request -> request.response().setStatusCode(503).end());
    awaitOther(0);
    heard.clear();

    assertThat(answers(10)).allMatch(answer -> answer.status() == 200);
    assertThat(heard).isEmpty();
    behaviour.set(request -> request.response().end());
    awaitOther(1);
  }

  private List<Answer> answers(int count) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(read());
    }
    return answers;
  }

  private Answer read() {
    return edge.get(TWINS);
  }

  private void hear(HttpServerRequest request) {
    if (!isProbe(request)) {
      heard.add(request.method().name());
    }
    behaviour.get().handle(request);
  }

  private static void hangUpUnlessProbed(HttpServerRequest request) {
    if (isProbe(request)) {
      request.response().end();
    } else {
      request.connection().close();
    }
  }

  private static boolean isProbe(HttpServerRequest request) {
    return request.path().equals("/q/health/ready");
  }

  private static void awaitOther(int well) {
    await().atMost(5, SECONDS).until(() -> Edge.metric("gateway_pod_well", pod()) == well);
  }

  private static String pod() {
    return "pod=\"127.0.0.1:" + port() + "\"";
  }

  private static int port() {
    String addresses =
        ConfigProvider.getConfig()
            .getValue("stallcast.gateway.upstreams.twins.addresses", String.class);
    return Integer.parseInt(addresses.substring(addresses.lastIndexOf(':') + 1));
  }
}
