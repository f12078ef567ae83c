package io.stallcast.gateway.arrival;

import io.stallcast.gateway.Stage;
import io.stallcast.platform.problem.ProblemException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Bounds what a request says before its body. The server reads up to twice as much, so that there
 * is somebody to answer with a problem.
 */
class HeadLimits {
  private final ArrivalConfig config;

  HeadLimits(ArrivalConfig config) {
    this.config = config;
  }

  void install(@Observes Router router) {
    Stage.HEAD_LIMIT.install(router, this::check);
  }

  private void check(RoutingContext request) {
    problem(request.request())
        .ifPresentOrElse(
            problem -> request.fail(new ProblemException(problem, null)), request::next);
  }

  private Optional<ArrivalProblem> problem(HttpServerRequest request) {
    if (request.uri().length() > config.maxTarget().asLongValue()) {
      return Optional.of(ArrivalProblem.URI_TOO_LONG);
    }
    MultiMap headers = request.headers();
    return headers.size() > config.maxHeaderCount()
            || length(headers) > config.maxHeaders().asLongValue()
        ? Optional.of(ArrivalProblem.HEADERS_TOO_LARGE)
        : Optional.empty();
  }

  private static long length(MultiMap headers) {
    return headers.entries().stream()
        .mapToLong(header -> header.getKey().length() + header.getValue().length())
        .sum();
  }
}
