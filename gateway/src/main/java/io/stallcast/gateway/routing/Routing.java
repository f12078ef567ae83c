package io.stallcast.gateway.routing;

import io.quarkus.runtime.LaunchMode;
import io.stallcast.gateway.CanonicalPath;
import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Route;
import io.stallcast.gateway.Routes;
import io.stallcast.gateway.Stage;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/**
 * Looks a path up. Internal ones, and those without a canonical form, do not exist; what no
 * upstream has may be a page of the gateway itself.
 */
class Routing {
  private static final Set<HttpMethod> NEVER = Set.of(HttpMethod.CONNECT, HttpMethod.TRACE);

  private final Routes routes;
  private final boolean developing;

  Routing(Routes routes, LaunchMode mode) {
    this.routes = routes;
    this.developing = mode == LaunchMode.DEVELOPMENT;
  }

  void install(@Observes Router router) {
    Stage.ROUTING.install(router, this::route);
  }

  private void route(RoutingContext request) {
    if (NEVER.contains(request.request().method())) {
      request.fail(new ProblemException(StandardProblem.METHOD_NOT_ALLOWED, null));
      return;
    }
    CanonicalPath.of(request.request().path())
        .ifPresentOrElse(path -> route(request, path), () -> refuse(request));
  }

  private void route(RoutingContext request, CanonicalPath path) {
    Optional<Route> route = routes.find(path).flatMap(way -> narrowed(way, request));
    if (route.isPresent()) {
      take(request, route.get());
    } else if (isHidden(path)) {
      refuse(request);
    } else {
      request.next();
    }
  }

  /** To the service that is named, where several have a part of the path. */
  private static Optional<Route> narrowed(Route way, RoutingContext request) {
    String service = way.leadsToSeveral() ? parameter("service", request) : null;
    return service == null ? Optional.of(way) : way.partOf(service);
  }

  private static String parameter(String name, RoutingContext request) {
    try {
      return request.request().getParam(name);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          StandardProblem.MALFORMED_REQUEST, "The query cannot be read: " + e.getMessage());
    }
  }

  private static void take(RoutingContext request, Route route) {
    // later steps may have to wait, and the body with them
    request.request().pause();
    Exchange.of(request).takes(route);
    // the name under which spans and metrics of the framework know the request
    Vertx.currentContext().putLocal("UrlPathTemplate", route.template());
    request.next();
  }

  private boolean isHidden(CanonicalPath path) {
    return routes.isReserved(path) || (routes.isOfFramework(path) && !developing);
  }

  private static void refuse(RoutingContext request) {
    request.fail(ProblemException.notFound("path"));
  }
}
