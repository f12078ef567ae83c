package io.stallcast.gateway.gathering;

import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Upstream;
import io.stallcast.gateway.gathering.Part.Listed;
import io.stallcast.gateway.gathering.Part.Missing;
import io.stallcast.gateway.gathering.Part.Refused;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Asks services for their parts. */
@Singleton
class Parts {
  private static final Logger LOG = Logger.getLogger(Parts.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Does not fail. */
  Future<Part> of(Upstream upstream, RoutingContext request) {
    return upstream
        .connect(options(request))
        .compose(line -> send(line.request()))
        .compose(answer -> answer.body().map(body -> part(answer, body)))
        .recover(failure -> Future.succeededFuture(missing(upstream, failure)));
  }

  private static RequestOptions options(RoutingContext request) {
    var options =
        new RequestOptions()
            .setURI(request.request().uri())
            .putHeader("Accept", "application/json")
            .putHeader("X-Request-Id", Exchange.of(request).id());
    var credentials = request.request().getHeader("Authorization");
    return credentials == null ? options : options.putHeader("Authorization", credentials);
  }

  private static Future<HttpClientResponse> send(HttpClientRequest request) {
    request.idleTimeout(PATIENCE.toMillis());
    return request
        .send()
        .compose(answer ->
            answer.statusCode() < 500
                ? Future.succeededFuture(answer)
                : Future.failedFuture(new IOException("Status " + answer.statusCode())));
  }

  private static Part part(HttpClientResponse answer, Buffer body) {
    return answer.statusCode() == 200
        ? Listed.of(body.toJsonObject())
        : new Refused(answer.statusCode(), answer.getHeader("Content-Type"), body);
  }

  private static Part missing(Upstream upstream, Throwable failure) {
    LOG.warnf("No part of %s: %s", upstream.name(), failure);
    return new Missing(upstream.service());
  }
}
