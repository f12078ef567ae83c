package io.stallcast.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Answers failures outside REST resources: paths that nobody serves, bodies over the limit, URIs
 * that are none, and routes that fail.
 */
class RouteFailures {
  private static final Logger LOG = Logger.getLogger(RouteFailures.class);
  private static final int[] WITHOUT_A_ROUTE = {400, 404, 405, 406, 413, 415, 500};

  private final Problems problems;
  private final Optional<MemorySize> limit;

  RouteFailures(
      Problems problems,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit) {
    this.problems = problems;
    this.limit = limit;
  }

  void install(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    // just before the framework's own check, which answers without a body
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::refuseTooLarge);
    router
        .route()
        .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1)
        .handler(RouteFailures::refuseUnreadable);
    for (int status : WITHOUT_A_ROUTE) {
      router.errorHandler(status, request -> answer(request, status));
    }
  }

  private void refuseTooLarge(RoutingContext request) {
    OptionalLong length = contentLength(request);
    if (limit.isPresent() && length.isPresent() && length.getAsLong() > limit.get().asLongValue()) {
      request.response().putHeader("Connection", "close");
      request.response().endHandler(ended -> request.request().connection().close());
      problems.send(new ProblemException(StandardProblem.PAYLOAD_TOO_LARGE, null), request);
    } else {
      request.next();
    }
  }

  private static void refuseUnreadable(RoutingContext request) {
    if (ReadableUri.isReadable(request.request().uri())) {
      request.next();
    } else {
      request.fail(
          new ProblemException(
              StandardProblem.MALFORMED_REQUEST, "The URI's escapes are no text."));
    }
  }

  private static OptionalLong contentLength(RoutingContext request) {
    String header = request.request().getHeader("Content-Length");
    try {
      return header == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(header));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private void answer(RoutingContext request) {
    answer(request, request.statusCode());
  }

  private void answer(RoutingContext request, int status) {
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    problems.send(problem(request.failure(), status), request);
  }

  private static ProblemException problem(Throwable failure, int status) {
    return switch (failure) {
      case ProblemException own -> own;
      case SecurityException security -> SecurityMapper.problem(security);
      case null, default -> ofStatus(failure, status);
    };
  }

  private static ProblemException ofStatus(Throwable failure, int status) {
    if (status >= 400 && status != 500) {
      return new ProblemException(StatusProblem.of(status), null);
    }
    LOG.error("Route ends as internal_error", failure);
    return UnforeseenMapper.problem();
  }
}
