package io.stallcast.gateway.arrival;

import io.opentelemetry.api.trace.Span;
import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Route;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One line for each request, when it has ended, or has become a socket. No query, no header, and no
 * path of an upstream that carries secrets in its paths.
 */
@Singleton
class AccessLog {
  private static final Logger LOG = Logger.getLogger("io.stallcast.gateway.access");

  private final Clock clock;

  AccessLog(Clock clock) {
    this.clock = clock;
  }

  void follow(RoutingContext request) {
    Instant begun = clock.instant();
    // the span has ended, and with it the log's own trace id, when the line is written
    String trace = Span.current().getSpanContext().getTraceId();
    request.addEndHandler(ended -> write(request, begun, trace));
    Exchange.of(request).whenUpgraded(() -> write(request, begun, trace));
  }

  private void write(RoutingContext request, Instant begun, String trace) {
    Exchange exchange = Exchange.of(request);
    LOG.infof(
        "%s %s %s %dms upstream=%s bytes=%d client=%s request=%s trace=%s",
        request.request().method(),
        path(request.request(), exchange.route()),
        status(request.response()),
        Duration.between(begun, clock.instant()).toMillis(),
        exchange.route().map(Route::destination).orElse("-"),
        request.response().bytesWritten(),
        exchange.origin().client(),
        exchange.id(),
        trace);
  }

  /** The status; where the client hung up before there was one, that. */
  private static String status(HttpServerResponse response) {
    return response.headWritten() || response.ended()
        ? Integer.toString(response.getStatusCode())
        : "gone";
  }

  private static String path(HttpServerRequest request, Optional<Route> route) {
    return route
        .filter(taken -> !taken.upstream().config().logPaths())
        .map(Route::template)
        .orElseGet(() -> printable(request.path()));
  }

  /** The path as it was sent, without what could forge another line. */
  private static String printable(String path) {
    return path == null ? "-" : path.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
