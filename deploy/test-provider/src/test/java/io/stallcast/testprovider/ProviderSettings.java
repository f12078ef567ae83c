package io.stallcast.testprovider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A merchant that listens for webhooks, refuses the first of each, and a fresh data folder. */
public class ProviderSettings implements QuarkusTestResourceLifecycleManager {
  static final String SECRET = "whsec_of_this_test";

  /** A webhook as it came. */
  record Heard(String id, String timestamp, String signature, String body) {}

  private static final Queue<Heard> HEARD = new ConcurrentLinkedQueue<>();

  private HttpServer merchant;

  static Queue<Heard> heard() {
    return HEARD;
  }

  @Override
  public Map<String, String> start() {
    try {
      merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      merchant.createContext("/hook", ProviderSettings::hear);
      merchant.start();
      return Map.of(
          "stallcast.test-provider.data",
          Files.createTempDirectory("test-provider").toString(),
          "stallcast.test-provider.slowness",
          "300ms",
          "stallcast.test-provider.webhook.backoff",
          "100ms",
          "stallcast.test-provider.webhook.secret",
          SECRET,
          "stallcast.test-provider.webhook.url",
          "http://127.0.0.1:" + merchant.getAddress().getPort() + "/hook");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    merchant.stop(0);
  }

  private static void hear(HttpExchange call) throws IOException {
    var headers = call.getRequestHeaders();
    var id = headers.getFirst("webhook-id");
    var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var again = HEARD.stream().anyMatch(heard -> heard.id().equals(id));
    HEARD.add(
        new Heard(
            id,
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            body));
    call.sendResponseHeaders(again ? 204 : 503, -1);
    call.close();
  }
}
