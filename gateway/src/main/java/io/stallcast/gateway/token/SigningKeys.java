package io.stallcast.gateway.token;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The issuer's public keys. They are fetched when a token names one that is not known, by one
 * request at a time and no more often than configured. Safe for use by several threads.
 */
@Singleton
class SigningKeys {
  private final TokenConfig config;
  private final HttpClient client;
  private final Clock clock;

  private volatile Map<String, PublicKey> keys = Map.of();
  private Future<Map<String, PublicKey>> fetching = Future.succeededFuture(Map.of());
  private Instant nextFetch = Instant.MIN;

  SigningKeys(TokenConfig config, Vertx vertx, Clock clock) {
    this.config = config;
    this.client = vertx.createHttpClient();
    this.clock = clock;
  }

  /** The key of that id; empty where the issuer has none, failed where it cannot be asked. */
  Future<Optional<PublicKey>> find(String id) {
    PublicKey known = keys.get(id);
    return known == null
        ? fetched().map(all -> Optional.ofNullable(all.get(id)))
        : Future.succeededFuture(Optional.of(known));
  }

  private synchronized Future<Map<String, PublicKey>> fetched() {
    Instant now = clock.instant();
    if (fetching.isComplete() && now.isAfter(nextFetch)) {
      nextFetch = now.plus(config.keysInterval());
      fetching = fetch().onSuccess(fresh -> keys = fresh);
    }
    return fetching;
  }

  private Future<Map<String, PublicKey>> fetch() {
    RequestOptions request =
        new RequestOptions()
            .setAbsoluteURI(config.keys())
            .setConnectTimeout(config.keysTimeout().toMillis())
            .setIdleTimeout(config.keysTimeout().toMillis());
    return client
        .request(request)
        .compose(HttpClientRequest::send)
        .compose(SigningKeys::body)
        .map(SigningKeys::parse)
        .timeout(config.keysTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body()
        : Future.failedFuture(new IOException("Status " + response.statusCode()));
  }

  private static Map<String, PublicKey> parse(Buffer document) {
    Map<String, PublicKey> parsed = new HashMap<>();
    try {
      for (JsonWebKey key : new JsonWebKeySet(document.toString()).getJsonWebKeys()) {
        if (key.getKeyId() != null && key.getKey() instanceof PublicKey verifying) {
          parsed.put(key.getKeyId(), verifying);
        }
      }
    } catch (JoseException e) {
      throw new IllegalStateException("The issuer's keys cannot be read", e);
    }
    return Map.copyOf(parsed);
  }
}
