package io.stallcast.streaming;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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
 * payment-service as it behaves on the wire, at its best and its worst; and batches in a measure
 * for tests. What it does not know it does not grant.
 */
public final class PaymentPeer implements QuarkusTestResourceLifecycleManager {
  /** How it answers for a product. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static final Map<UUID, Behaviour> BEHAVIOURS = new ConcurrentHashMap<>();
  private static final Map<UUID, AtomicInteger> ASKED = new ConcurrentHashMap<>();
  private static final CountDownLatch END = new CountDownLatch(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  public static void behave(UUID product, Behaviour behaviour) {
    BEHAVIOURS.put(product, behaviour);
  }

  /** From now on everybody may use the product who shows a token. */
  public static void grant(UUID product) {
    behave(product, PaymentPeer::grant);
  }

  private static void grant(HttpExchange exchange) throws IOException {
    var credentials = exchange.getRequestHeaders().getFirst("Authorization");
    if (credentials != null && credentials.matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
      send(exchange, 200, "{\"granted\":true,\"since\":\"then\"}");
    } else {
      refuse(exchange);
    }
  }

  /** How often it was asked for the product. */
  public static int asked(UUID product) {
    return ASKED.getOrDefault(product, new AtomicInteger()).get();
  }

  public static void fail(HttpExchange exchange) throws IOException {
    send(exchange, 500, "");
  }

  public static void refuse(HttpExchange exchange) throws IOException {
    send(exchange, 401, "");
  }

  /** Gives no answer until the tests are over. */
  public static void hang(HttpExchange exchange) {
    try {
      END.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/api/v1/access/", this::handle);
    server.start();
    return Map.of(
        "stallcast.payment.url",
        "http://localhost:" + server.getAddress().getPort(),
        "stallcast.streaming.reminders.batch",
        "2");
  }

  @Override
  public void stop() {
    END.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var product = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    ASKED.computeIfAbsent(product, key -> new AtomicInteger()).incrementAndGet();
    try (exchange) {
      BEHAVIOURS.getOrDefault(product, e -> send(e, 200, "{\"granted\":false}")).answer(exchange);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
