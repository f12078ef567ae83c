package io.stallcast.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * The services behind the edge: auth and catalog (on two addresses, and on one where nobody is) as
 * in production, and some with a character of their own. At {@code fragile} nobody is, until a test
 * starts something there; nor at the second address of {@code twins}.
 */
public final class Backends implements QuarkusTestResourceLifecycleManager {
  private static final String TABLE = "stallcast.gateway.upstreams.";

  private final Map<String, String> settings = new HashMap<>();
  private Vertx vertx;

  @Override
  public Map<String, String> start() {
    vertx = Vertx.vertx();
    int auth = new Backend(vertx, "auth").start(0);
    upstream("auth", null, auth);
    upstream("catalog", null, start("catalog"), freePort(), start("catalog-2"));
    upstream("order", null, start("order"));
    upstream("payment", null, freePort());
    upstream("streaming", null, start("streaming"));
    upstream("chat", null, start("chat"));
    upstream("notification", "/api/v1/notifications,/ws", start("notification"));
    upstream("fragile", "/api/v1/fragile", freePort());
    upstream("hanging", "/api/v1/hanging", start("hanging"));
    upstream("narrow", "/api/v1/narrow", start("narrow"));
    upstream("twins", "/api/v1/twins", start("twin"), freePort());
    characters();
    edge(auth);
    return settings;
  }

  private void characters() {
    settings.put(TABLE + "streaming.documented", "false");
    settings.put(TABLE + "streaming.sharing", "false");
    settings.put(TABLE + "chat.documented", "false");
    settings.put(TABLE + "chat.sharing", "false");
    settings.put(TABLE + "fragile.breaker.window", "4");
    settings.put(TABLE + "fragile.breaker.delay", "300ms");
    settings.put(TABLE + "fragile.documented", "false");
    settings.put(TABLE + "fragile.sharing", "false");
    settings.put(TABLE + "hanging.timeout", "300ms");
    settings.put(TABLE + "hanging.breaker.window", "1000");
    settings.put(TABLE + "hanging.documented", "false");
    settings.put(TABLE + "hanging.sharing", "false");
    settings.put(TABLE + "hanging.log-paths", "false");
    settings.put(TABLE + "twins.timeout", "2s");
    settings.put(TABLE + "twins.breaker.window", "4");
    settings.put(TABLE + "twins.breaker.failure-ratio", "0.8");
    settings.put(TABLE + "twins.documented", "false");
    settings.put(TABLE + "twins.sharing", "false");
    settings.put(TABLE + "narrow.concurrency", "2");
    settings.put(TABLE + "narrow.timeout", "5s");
    settings.put(TABLE + "narrow.max-body", "1K");
    settings.put(TABLE + "narrow.documented", "false");
    settings.put(TABLE + "narrow.sharing", "false");
  }

  private void edge(int auth) {
    settings.put("stallcast.auth.url", "http://127.0.0.1:" + auth);
    settings.put("stallcast.gateway.arrival.trusted-proxies", "127.0.0.1,10.0.0.0/8");
    settings.put("stallcast.gateway.cors.origins", "https://shop.example");
    settings.put("stallcast.gateway.forwarding.client-pause", "500ms");
    settings.put("stallcast.gateway.arrival.head-timeout", "1s");
    settings.put("stallcast.gateway.arrival.keep-alive", "2s");
    settings.put("stallcast.gateway.limits.address.requests", "200");
    settings.put("stallcast.gateway.limits.address.period", "1h");
    settings.put("stallcast.gateway.limits.user.requests", "10");
    settings.put("stallcast.gateway.limits.user.period", "1h");
    settings.put("stallcast.gateway.limits.sign-in.requests", "3");
    settings.put("stallcast.gateway.limits.sign-in.period", "1h");
    settings.put("stallcast.gateway.document.keep-partial", "0s");
    settings.put("stallcast.gateway.probes.interval", "100ms");
    settings.put("stallcast.gateway.probes.timeout", "200ms");
  }

  @Override
  public void stop() {
    if (vertx != null) {
      Waiting.on(vertx.close());
    }
  }

  private int start(String name) {
    return new Backend(vertx, name).start(0);
  }

  private void upstream(String name, String paths, int... ports) {
    StringBuilder addresses = new StringBuilder();
    for (int port : ports) {
      addresses.append(addresses.isEmpty() ? "" : ",").append("127.0.0.1:").append(port);
    }
    settings.put(TABLE + name + ".addresses", addresses.toString());
    if (paths != null) {
      settings.put(TABLE + name + ".paths", paths);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
