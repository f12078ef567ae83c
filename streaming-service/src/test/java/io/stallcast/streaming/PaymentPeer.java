package io.stallcast.streaming;

import com.sun.net.httpserver.HttpExchange;
import io.stallcast.platform.testing.Peer;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** payment-service, which grants what it was told to; and batches in a measure for tests. */
public final class PaymentPeer extends Peer {
  public PaymentPeer() {
    super("/api/v1/access/", exchange -> json(exchange, "{\"granted\":false}"));
  }

  /** From now on everybody may use the product who shows a token. */
  public static void grant(UUID product) {
    behave(product, PaymentPeer::grant);
  }

  private static void grant(HttpExchange exchange) throws IOException {
    var credentials = exchange.getRequestHeaders().getFirst("Authorization");
    if (credentials != null && credentials.matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
      json(exchange, "{\"granted\":true,\"since\":\"then\"}");
    } else {
      refuse(exchange);
    }
  }

  public static void refuse(HttpExchange exchange) throws IOException {
    status(exchange, 401);
  }

  @Override
  protected Map<String, String> settings(String url) {
    return Map.of("stallcast.payment.url", url, "stallcast.streaming.reminders.batch", "2");
  }
}
