package io.stallcast.gateway.arrival;

import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Stage;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Sets what every answer carries, just before it is sent. */
class AnswerHeaders {
  private static final String POLICY = "Content-Security-Policy";

  private final ArrivalConfig config;
  private final AccessLog log;

  AnswerHeaders(ArrivalConfig config, AccessLog log) {
    this.config = config;
    this.log = log;
  }

  void install(@Observes Router router) {
    Stage.ANSWER.install(router, this::prepare);
  }

  private void prepare(RoutingContext request) {
    request.addHeadersEndHandler(sending -> complete(request));
    log.follow(request);
    request.next();
  }

  private void complete(RoutingContext request) {
    Exchange exchange = Exchange.of(request);
    MultiMap headers = request.response().headers();
    headers.set("X-Request-Id", exchange.id());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    if (!headers.contains(POLICY)) {
      headers.set(POLICY, policy(request, exchange));
    }
    if (exchange.origin().isSecure()) {
      headers.set("Strict-Transport-Security", "max-age=" + config.strictTransport().toSeconds());
    }
  }

  private String policy(RoutingContext request, Exchange exchange) {
    if (exchange.route().isPresent() || request.response().getStatusCode() >= 400) {
      return config.dataPolicy();
    }
    return request.request().path().startsWith("/swagger-ui")
        ? config.documentPolicy()
        : config.pagePolicy();
  }
}
