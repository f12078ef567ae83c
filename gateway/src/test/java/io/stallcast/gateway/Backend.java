package io.stallcast.gateway;

import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.testing.TestTokens;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A service of any kind: the end of the path says what it does. By default it tells what it got.
 */
final class Backend {
  private static final int LARGE = 5_000_000;

  private final Vertx vertx;
  private final String name;
  private final Queue<HttpServerResponse> listeners = new ConcurrentLinkedQueue<>();
  private final AtomicInteger hanging = new AtomicInteger();
  private HttpServer server;

  Backend(Vertx vertx, String name) {
    this.vertx = vertx;
    this.name = name;
  }

  /** Starts to answer on that port of the loopback, 0 for any; returns the port. */
  int start(int port) {
    var options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMaxInitialLineLength(16 * 1024)
            .setMaxHeaderSize(32 * 1024)
            .setWebSocketSubProtocols(List.of("chat.v1"));
    server =
        Waiting.on(
            vertx
                .createHttpServer(options)
                .requestHandler(this::answer)
                .webSocketHandler(Backend::echo)
                .listen());
    return server.actualPort();
  }

  void stop() {
    Waiting.on(server.close());
  }

  private void answer(HttpServerRequest request) {
    String path = request.path();
    String what = path.substring(path.lastIndexOf('/') + 1);
    switch (what) {
      case "jwks.json" -> request.response().end(TestTokens.keys());
      case "openapi" -> describe(request);
      case "hang" -> hanging.incrementAndGet();
      case "hanging" -> request.response().end(Integer.toString(hanging.get()));
      case "empty" -> request.response().setStatusCode(204).end();
      case "failing" -> request.response().setStatusCode(500).end("own words");
      case "events" -> listen(request);
      case "tell" -> tell(request);
      case "large" -> large(request.response());
      case "cut" -> request.connection().close();
      case "named" -> named(request);
      case "dead-letters" -> deadLetters(request);
      default -> request.body().onSuccess(body -> report(request, body));
    }
  }

  private void report(HttpServerRequest request, Buffer body) {
    JsonObject headers = new JsonObject();
    MultiMap sent = request.headers();
    sent.names()
        .forEach(header -> headers.put(header.toLowerCase(), new JsonArray(sent.getAll(header))));
    JsonObject report =
        JsonObject.of("backend", name, "method", request.method().name(), "uri", request.uri())
            .put("headers", headers)
            .put("bytes", body.length())
            .put("body", body.length() > 1000 ? "" : body.toString());
    request.response().putHeader("Content-Type", "application/json").end(report.encode());
  }

  /** Three a service, in turns with the others'; the operator it refuses is called that. */
  private void deadLetters(HttpServerRequest request) {
    if ("Basic nobody".equals(request.getHeader("Authorization"))) {
      request.response().setStatusCode(403).end("{\"code\":\"forbidden\"}");
      return;
    }
    int limit = Integer.parseInt(Objects.requireNonNullElse(request.getParam("limit"), "20"));
    String cursor = request.getParam("cursor");
    List<JsonObject> rest =
        IntStream.range(1, 4)
            .mapToObj(this::deadLetter)
            .filter(letter -> cursor == null || isBehind(Cursor.decode(cursor), letter))
            .toList();
    JsonObject page = JsonObject.of("items", rest.subList(0, Math.min(limit, rest.size())));
    request.response().end((rest.size() > limit ? page.put("next", "more") : page).encode());
  }

  /** Whichever of a service's addresses is asked, it has the same ones. */
  private JsonObject deadLetter(int number) {
    String service = name.replaceFirst("-\\d$", "");
    return JsonObject.of(
        "id", "0190-" + service + "-" + number,
        "service", service + "-service",
        "createdAt", "2026-05-0" + number + "T10:00:00Z");
  }

  private static boolean isBehind(Cursor cursor, JsonObject letter) {
    int time = Instant.parse(letter.getString("createdAt")).compareTo(cursor.instant(0));
    return time > 0 || (time == 0 && letter.getString("id").compareTo(cursor.text(1)) > 0);
  }

  private static void large(HttpServerResponse response) {
    response.putHeader("Content-Length", Integer.toString(LARGE));
    response.end(Buffer.buffer(new byte[LARGE]));
  }

  private static void named(HttpServerRequest request) {
    request
        .response()
        .putHeader("X-Request-Id", "of-the-backend")
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Server", "secret/1.0")
        .putHeader("ETag", "\"3\"")
        .putHeader("Connection", "X-Hop")
        .putHeader("X-Hop", "mine")
        .setStatusCode(201)
        .end();
  }

  private void listen(HttpServerRequest request) {
    request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
    request.response().write("data: first\n\n");
    listeners.add(request.response());
  }

  private void tell(HttpServerRequest request) {
    listeners.forEach(listener -> listener.write("data: " + request.query() + "\n\n"));
    request.response().end();
  }

  private static void echo(ServerWebSocket socket) {
    if (socket.path().endsWith("/refused")) {
      socket.reject(401);
      return;
    }
    socket.textMessageHandler(text -> socket.writeTextMessage(text + " from " + socket.path()));
  }

  private void describe(HttpServerRequest request) {
    String file = "/openapi/" + name + ".json";
    try (var in = Backend.class.getResourceAsStream(file)) {
      request.response().end(Buffer.buffer(in.readAllBytes()));
    } catch (java.io.IOException | NullPointerException e) {
      request.response().setStatusCode(404).end();
    }
  }
}
