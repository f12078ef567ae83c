package io.stallcast.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A push service over HTTP, which answers each endpoint as a test wants. */
public final class TestPushService implements QuarkusTestResourceLifecycleManager {
  /** In place of a status: no answer at all. */
  public static final int SILENCE = 0;

  private static final Map<String, Queue<Integer>> ANSWERS = new ConcurrentHashMap<>();
  private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
  private static HttpServer server;
  private static KeyPair keys;

  /** A request, and the status that it was answered. */
  public record Received(String path, Map<String, List<String>> headers, byte[] body, int status) {
    public String header(String name) {
      return headers.get(name).getFirst();
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/push/", TestPushService::take);
      server.setExecutor(Executors.newCachedThreadPool());
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        "stallcast.notification.push.public-key", publicKey(),
        "stallcast.notification.push.private-key", privateKey(keys),
        "stallcast.notification.push.services", origin(),
        "stallcast.notification.push.patience", "1s",
        "stallcast.notification.push.recovery", "500ms",
        "stallcast.notification.push.first-pause", "300ms",
        "stallcast.notification.push.growth", "1",
        "stallcast.notification.push.per-person", "3");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  public static String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The key that it knows the service by, base64url. */
  public static String publicKey() {
    return publicKey(keys);
  }

  public static String publicKey(KeyPair pair) {
    return PublicKeySources.ofECPublicKey((ECPublicKey) pair.getPublic())
        .extractStringInUncompressedForm();
  }

  public static String privateKey(KeyPair pair) {
    var number = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
    var bytes = new byte[32];
    var length = Math.min(number.length, 32);
    System.arraycopy(number, number.length - length, bytes, 32 - length, length);
    return Browser.text(bytes);
  }

  public static ECPublicKey verificationKey() {
    return (ECPublicKey) keys.getPublic();
  }

  /** The next answers at an endpoint; after them it is 201. */
  public static void answer(Browser browser, Integer... statuses) {
    var path = URI.create(browser.endpoint()).getPath();
    ANSWERS.put(path, new ConcurrentLinkedQueue<>(Arrays.asList(statuses)));
  }

  static List<Received> receivedFor(String endpoint) {
    var path = URI.create(endpoint).getPath();
    return RECEIVED.stream().filter(received -> received.path().equals(path)).toList();
  }

  private static void take(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = exchange.getRequestBody().readAllBytes();
    var next = ANSWERS.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
    var status = next == null ? 201 : next;
    RECEIVED.add(new Received(path, Map.copyOf(exchange.getRequestHeaders()), body, status));
    if (status != SILENCE) {
      if (status == 429) {
        exchange.getResponseHeaders().add("Retry-After", "1");
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }
  }
}
