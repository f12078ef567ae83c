package io.stallcast.gateway.document;

import io.stallcast.gateway.Upstream;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Asks services for what they say about themselves. */
@Singleton
class ServiceDocuments {
  private final DocumentConfig config;

  ServiceDocuments(DocumentConfig config) {
    this.config = config;
  }

  /** Fails where the service does not answer in time, or with something else. */
  Future<ServiceDocument> of(Upstream upstream) {
    return upstream
        .connect(new RequestOptions().setURI(config.path()))
        .compose(line -> send(line.request()))
        .compose(ServiceDocuments::body)
        .map(body -> new ServiceDocument(upstream.name(), body.toJsonObject()));
  }

  private Future<HttpClientResponse> send(HttpClientRequest request) {
    request.idleTimeout(config.timeout().toMillis());
    return request.send();
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body()
        : Future.failedFuture(new IOException("Status " + response.statusCode()));
  }
}
