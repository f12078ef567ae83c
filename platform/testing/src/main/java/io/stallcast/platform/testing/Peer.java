package io.stallcast.platform.testing;

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
 * Another service as it behaves on the wire, at its best and its worst. It is asked for things by
 * their ids, the last part of a path; each thing has a behaviour of its own, so that tests do not
 * meet. Any thread may set one.
 */
public abstract class Peer implements QuarkusTestResourceLifecycleManager {
  /** How it answers for a thing. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static final Map<UUID, Behaviour> BEHAVIOURS = new ConcurrentHashMap<>();
  private static final Map<UUID, AtomicInteger> ASKED = new ConcurrentHashMap<>();
  private static final CountDownLatch END = new CountDownLatch(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String path;
  private final Behaviour unknown;
  private HttpServer server;

  /**
   * A peer that answers below a path.
   *
   * @param path begins and ends with a slash
   * @param unknown how it answers for what it was told nothing of
   */
  protected Peer(String path, Behaviour unknown) {
    this.path = path;
    this.unknown = unknown;
  }

  /** What the service under test is configured with, given this peer's address. */
  protected abstract Map<String, String> settings(String url);

  /** From now on it answers for the thing like this. */
  public static void behave(UUID thing, Behaviour behaviour) {
    BEHAVIOURS.put(thing, behaviour);
  }

  /** How often it was asked for the thing; an answer that is being made counts. */
  public static int asked(UUID thing) {
    return ASKED.getOrDefault(thing, new AtomicInteger()).get();
  }

  /** Answers 200 with a JSON text. */
  public static void json(HttpExchange exchange, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Answers 500. */
  public static void fail(HttpExchange exchange) throws IOException {
    status(exchange, 500);
  }

  /** Gives no answer until the tests are over. */
  public static void hang(HttpExchange exchange) {
    try {
      END.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers with a status and no body. */
  protected static void status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(path, this::handle);
    server.start();
    return settings("http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    END.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var thing = UUID.fromString(exchange.getRequestURI().getPath().substring(path.length()));
    ASKED.computeIfAbsent(thing, key -> new AtomicInteger()).incrementAndGet();
    try (exchange) {
      BEHAVIOURS.getOrDefault(thing, unknown).answer(exchange);
    }
  }
}
