package io.stallcast.gateway.forwarding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.gateway.Backends;
import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Waiting;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class StreamsIT {
  private final Edge edge = Edge.client();

  @Test
  void passesEventsAsTheyComeAndLongerThanAnAnswerMayTake() {
    Queue<String> events = new ConcurrentLinkedQueue<>();
    HttpClientRequest request =
        Waiting.on(
            edge.open(HttpMethod.GET, "/api/v1/hanging/events", "Accept", "text/event-stream"));
    HttpClientResponse response = Waiting.on(listen(request, events));

    assertThat(response.getHeader("Content-Type")).isEqualTo("text/event-stream");
    await().atMost(5, SECONDS).until(() -> events.contains("data: first\n\n"));

    // the head of an answer may take 300 ms there; this one's body takes longer
    Waiting.on(later(400));
    edge.get("/api/v1/hanging/tell?second");
    await().atMost(5, SECONDS).until(() -> events.contains("data: second\n\n"));
    request.reset();
  }

  @Test
  void passesWebSocketsWithTheirSubProtocol() {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    WebSocket socket = Waiting.on(connect("/ws/chat/7?since=1", List.of("other", "chat.v1")));
    socket.textMessageHandler(heard::add);
    socket.writeTextMessage("hello");

    assertThat(socket.subProtocol()).isEqualTo("chat.v1");
    await().atMost(5, SECONDS).until(() -> heard.contains("hello from /ws/chat/7"));
    assertThat(metrics()).contains("gateway_open_sockets{service=\"gateway\"} 1.0");
    Waiting.on(socket.close());
    await()
        .atMost(5, SECONDS)
        .until(() -> metrics().contains("gateway_open_sockets{service=\"gateway\"} 0.0"));
  }

  @Test
  void passesTheRefusalOfAWebSocket() {
    assertThat(connect("/ws/refused", List.of()))
        .satisfies(answer -> assertThat(rejection(answer)).isEqualTo(401));
  }

  @Test
  void refusesWebSocketsThatLeadNowhereOrComeFromAnotherOrigin() {
    assertThat(rejection(connect("/live/nowhere", List.of()))).isEqualTo(404);
    assertThat(rejection(connectFrom("https://evil.example", "/ws/chat/7"))).isEqualTo(403);
    Waiting.on(Waiting.on(connectFrom("https://shop.example", "/ws/chat/7")).close());
  }

  private static Future<HttpClientResponse> listen(
      HttpClientRequest request, Queue<String> events) {
    Future<HttpClientResponse> answer =
        request
            .response()
            .onSuccess(response -> response.handler(chunk -> events.add(chunk.toString())));
    request.end();
    return answer;
  }

  private static String metrics() {
    return Edge.management().get("/q/metrics").body().toString();
  }

  private static Future<Void> later(long millis) {
    return Edge.vertx().timer(millis, java.util.concurrent.TimeUnit.MILLISECONDS).mapEmpty();
  }

  private Future<WebSocket> connect(String uri, List<String> protocols) {
    return connect(options(uri).setSubProtocols(protocols));
  }

  private Future<WebSocket> connectFrom(String origin, String uri) {
    return connect(options(uri).addHeader("Origin", origin));
  }

  private WebSocketConnectOptions options(String uri) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(edge.port())
        .setURI(uri)
        .addHeader("X-Forwarded-For", "198.51.100.200");
  }

  private static Future<WebSocket> connect(WebSocketConnectOptions options) {
    return Edge.vertx().createWebSocketClient().connect(options);
  }

  private static int rejection(Future<WebSocket> answer) {
    Throwable failure = Waiting.on(answer.map((Throwable) null).otherwise(cause -> cause));
    return ((UpgradeRejectedException) failure).getStatus();
  }
}
