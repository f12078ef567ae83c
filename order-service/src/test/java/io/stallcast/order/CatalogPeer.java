package io.stallcast.order;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stallcast.platform.identifier.Identifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * catalog-service as it behaves on the wire, at its best and its worst; and the saga's patience, in
 * a measure for tests. What it does not know it answers with a 404.
 */
public final class CatalogPeer implements QuarkusTestResourceLifecycleManager {
  /** How it answers for a product, given how often it was asked, from 1. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange, int time) throws IOException;
  }

  private static final Map<UUID, Behaviour> BEHAVIOURS = new ConcurrentHashMap<>();
  private static final Map<UUID, AtomicInteger> ASKED = new ConcurrentHashMap<>();
  private static final CountDownLatch END = new CountDownLatch(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  /** A product that is on sale. */
  public static UUID sells(long price, String currency) {
    var id = Identifiers.next();
    behave(id, (exchange, time) -> json(exchange, product(id, price, currency, "published")));
    return id;
  }

  public static void behave(UUID product, Behaviour behaviour) {
    BEHAVIOURS.put(product, behaviour);
  }

  /** How often it was asked for the product. */
  public static int asked(UUID product) {
    return ASKED.getOrDefault(product, new AtomicInteger()).get();
  }

  public static void json(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    send(exchange, 200, body);
  }

  public static void fail(HttpExchange exchange) throws IOException {
    send(exchange, 500, "");
  }

  /** Gives no answer until the tests are over. */
  public static void hang() {
    try {
      END.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** With a field that this service has never heard of. */
  public static String product(UUID id, long price, String currency, String status) {
    return """
    {"id":"%s","version":3,"creatorId":"%s","kind":"course","title":"A course",
     "status":"%s","price":{"amount":%d,"currency":"%s"},"sparkles":["new"]}
    """
        .formatted(id, Identifiers.next(), status, price, currency);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/api/v1/products/", this::handle);
    server.start();
    return Map.of(
        "stallcast.catalog.url",
        "http://localhost:" + server.getAddress().getPort(),
        "stallcast.order.saga.reservation-timeout",
        "3s",
        "stallcast.order.saga.reservation-attempts",
        "2",
        "stallcast.order.saga.payment-timeout",
        "3s",
        "stallcast.order.saga.payment-attempts",
        "2",
        "stallcast.order.saga.completion-timeout",
        "1s",
        "stallcast.order.saga.compensation-timeout",
        "1s",
        "stallcast.order.saga.longest-timeout",
        "3s",
        "stallcast.order.saga.stuck-after",
        "5s");
  }

  @Override
  public void stop() {
    END.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    var time = ASKED.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
    try (exchange) {
      BEHAVIOURS.getOrDefault(id, (e, t) -> send(e, 404, "")).answer(exchange, time);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
