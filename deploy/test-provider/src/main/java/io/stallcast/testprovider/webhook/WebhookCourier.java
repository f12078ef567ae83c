package io.stallcast.testprovider.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.stallcast.testprovider.ProviderConfig;
import io.stallcast.testprovider.store.Delivery;
import io.stallcast.testprovider.store.ProviderStore;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Delivers what is due, several at a time, in no order. */
@ApplicationScoped
class WebhookCourier {
  private static final Logger LOG = Logger.getLogger(WebhookCourier.class);
  private static final long LOOK_MILLIS = 200;
  private static final int MOST_AT_ONCE = 20;
  private static final int MOST_LOOKED_AT = 500;

  private final Set<String> underway = ConcurrentHashMap.newKeySet();
  private final ProviderStore store;
  private final ProviderConfig.Webhook config;
  private final ObjectMapper json;
  private final Vertx vertx;
  private final HttpClient http;

  WebhookCourier(ProviderStore store, ProviderConfig config, ObjectMapper json, Vertx vertx) {
    this.store = store;
    this.config = config.webhook();
    this.json = json;
    this.vertx = vertx;
    this.http = vertx.createHttpClient();
  }

  void start(@Observes StartupEvent event) {
    config.url().ifPresent(url -> vertx.setPeriodic(LOOK_MILLIS, timer -> deliverDue(url)));
  }

  private void deliverDue(URI url) {
    store
        .read(() -> store.deliveries(MOST_LOOKED_AT))
        .subscribe()
        .with(
            waiting ->
                waiting.stream()
                    .filter(delivery -> !delivery.dueAt().isAfter(Instant.now()))
                    .filter(delivery -> underway.size() < MOST_AT_ONCE)
                    .filter(delivery -> underway.add(delivery.id()))
                    .forEach(delivery -> deliver(url, delivery)),
            failure -> LOG.error("Webhooks not looked for", failure));
  }

  private void deliver(URI url, Delivery delivery) {
    post(url, delivery)
        .ifNoItem()
        .after(config.timeout())
        .fail()
        .onFailure()
        .recoverWithItem(false)
        .chain(delivered -> store.change(() -> note(delivery, delivered)))
        .onTermination()
        .invoke(() -> underway.remove(delivery.id()))
        .subscribe()
        .with(done -> {}, failure -> LOG.error("Webhook not noted", failure));
  }

  private Uni<Boolean> post(URI url, Delivery delivery) {
    var body = body(delivery);
    var sentAt = Instant.now().getEpochSecond();
    var signature = WebhookSignature.of(config.secret(), delivery.id(), sentAt, body);
    var request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url.toString())
            .putHeader("content-type", "application/json")
            .putHeader("webhook-id", delivery.id())
            .putHeader("webhook-timestamp", Long.toString(sentAt))
            .putHeader("webhook-signature", signature);
    return http.request(request)
        .chain(r -> r.send(body))
        .map(response -> response.statusCode() / 100 == 2);
  }

  private Void note(Delivery delivery, boolean delivered) {
    if (delivered || delivery.attempts() + 1 >= config.attempts()) {
      store.remove(delivery);
    } else {
      store.put(delivery.failed(config.backoff(), Instant.now()));
    }
    return null;
  }

  private String body(Delivery delivery) {
    try {
      return json.writeValueAsString(
          Map.of(
              "type", delivery.type(),
              "timestamp", delivery.createdAt(),
              "data", delivery.charge()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
