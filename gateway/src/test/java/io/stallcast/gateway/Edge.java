package io.stallcast.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The gateway as a client sees it. It sends paths as they are written; each instance comes from an
 * address of its own, so that limits of one test are not felt by another.
 */
public final class Edge {
  private static final AtomicInteger CLIENTS = new AtomicInteger();
  private static final Vertx VERTX = Vertx.vertx();

  private final HttpClient client;
  private final String address;
  private final int port;

  private Edge(HttpClient client, String address, int port) {
    this.client = client;
    this.address = address;
    this.port = port;
  }

  /** What came back. */
  public record Answer(int status, MultiMap headers, Buffer body) {
    public JsonObject json() {
      return body.toJsonObject();
    }

    public String header(String name) {
      return headers.get(name);
    }

    /** The header of the request that the backend reported, its values joined. */
    public String reported(String name) {
      var values = json().getJsonObject("headers").getJsonArray(name);
      return values == null
          ? null
          : String.join("|", values.stream().map(Object::toString).toList());
    }
  }

  /** A client behind a trusted proxy, at an address that no other has. */
  public static Edge client() {
    int number = CLIENTS.incrementAndGet();
    return new Edge(
        VERTX.createHttpClient(new HttpClientOptions().setMaxPoolSize(100)),
        "198.51." + number / 250 + "." + number % 250,
        mainPort());
  }

  /** A client that comes by itself, from another address of the loopback. */
  public static Edge direct() {
    var options = new HttpClientOptions().setLocalAddress("127.0.0.2");
    return new Edge(VERTX.createHttpClient(options), null, mainPort());
  }

  /** The interface for probes and metrics. */
  public static Edge management() {
    int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
    return new Edge(VERTX.createHttpClient(), null, port);
  }

  private static int mainPort() {
    return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
  }

  /** What the gateway says of itself, in the first line of that name that has the label. */
  public static double metric(String name, String label) {
    return management()
        .get("/q/metrics")
        .body()
        .toString()
        .lines()
        .filter(line -> line.startsWith(name) && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  public static Vertx vertx() {
    return VERTX;
  }

  public Answer get(String uri, String... headers) {
    return send(HttpMethod.GET, uri, Buffer.buffer(), headers);
  }

  public Answer post(String uri, String body, String... headers) {
    return send(HttpMethod.POST, uri, Buffer.buffer(body), headers);
  }

  public Answer send(HttpMethod method, String uri, Buffer body, String... headers) {
    return Waiting.on(begin(method, uri, body, headers));
  }

  /** Sends, and does not wait. */
  public Future<Answer> begin(HttpMethod method, String uri, Buffer body, String... headers) {
    Promise<Answer> answer = Promise.promise();
    // on an event loop, so that no part of the answer comes before somebody listens
    VERTX.runOnContext(now ->
        open(method, uri, headers)
            .compose(request -> body.length() == 0 ? request.send() : request.send(body))
            .compose(Edge::read)
            .onComplete(answer));
    return answer.future();
  }

  /** A request of which nothing is sent yet. */
  public Future<HttpClientRequest> open(HttpMethod method, String uri, String... headers) {
    MultiMap all = MultiMap.caseInsensitiveMultiMap();
    if (address != null) {
      all.add("X-Forwarded-For", address);
    }
    for (int i = 0; i < headers.length; i += 2) {
      all.add(headers[i], headers[i + 1]);
    }
    var options = new RequestOptions().setMethod(method).setHost("127.0.0.1").setPort(port);
    return client.request(options.setURI(uri).setHeaders(all));
  }

  public static Future<Answer> read(HttpClientResponse response) {
    return response.body().map(body -> new Answer(response.statusCode(), response.headers(), body));
  }

  public int port() {
    return port;
  }
}
