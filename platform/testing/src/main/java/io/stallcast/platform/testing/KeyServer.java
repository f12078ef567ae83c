package io.stallcast.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Publishes the tests' public key where auth-service publishes its own. */
final class KeyServer implements AutoCloseable {
  static final String PATH = "/.well-known/jwks.json";

  private final HttpServer server;

  private KeyServer(HttpServer server) {
    this.server = server;
  }

  static KeyServer start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] keys = TestKeys.jwks().getBytes(StandardCharsets.UTF_8);
      server.createContext(PATH, exchange -> answer(exchange, keys));
      server.start();
      return new KeyServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, byte[] keys) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, keys.length);
      exchange.getResponseBody().write(keys);
    }
  }
}
