package io.stallcast.gateway.cors;

import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Stage;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Cross-origin resource sharing, as the Fetch standard has it. A page of an origin that is not
 * listed gets answers that its browser keeps from it; preflights and sockets, which browsers do not
 * guard that way, are refused.
 */
class CrossOrigin {
  private final CorsConfig config;
  private final Set<String> origins;

  CrossOrigin(CorsConfig config) {
    this.config = config;
    this.origins = config.origins().orElse(Set.of());
  }

  void install(@Observes Router router) {
    Stage.CROSS_ORIGIN.install(router, this::check);
  }

  private void check(RoutingContext request) {
    String origin = request.request().getHeader("Origin");
    if (origin == null || origin.equalsIgnoreCase(Exchange.of(request).origin().self())) {
      request.next();
    } else if (origins.contains(origin)) {
      allow(request, origin);
    } else if (isPreflight(request.request()) || Exchange.isUpgrade(request.request())) {
      request.fail(
          new ProblemException(StandardProblem.FORBIDDEN, "Pages of this origin may not call."));
    } else {
      request.next();
    }
  }

  private void allow(RoutingContext request, String origin) {
    MultiMap headers = request.response().headers();
    headers.set("Access-Control-Allow-Origin", origin);
    headers.add("Vary", "Origin");
    if (isPreflight(request.request())) {
      headers.set("Access-Control-Allow-Methods", String.join(", ", config.methods()));
      headers.set("Access-Control-Allow-Headers", String.join(", ", config.requestHeaders()));
      headers.set("Access-Control-Max-Age", Long.toString(config.maxAge().toSeconds()));
      request.response().setStatusCode(204).end();
    } else {
      headers.set("Access-Control-Expose-Headers", String.join(", ", config.responseHeaders()));
      request.next();
    }
  }

  private static boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
