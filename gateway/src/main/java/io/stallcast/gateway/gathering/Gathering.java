package io.stallcast.gateway.gathering;

import io.stallcast.gateway.CanonicalPath;
import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Route;
import io.stallcast.gateway.Stage;
import io.stallcast.gateway.gathering.Part.Missing;
import io.stallcast.gateway.gathering.Part.Refused;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** Answers the list that several services have a part of; all else there needs to name one. */
class Gathering {
  private final Parts parts;

  Gathering(Parts parts) {
    this.parts = parts;
  }

  void install(@Observes Router router) {
    Stage.GATHERING.install(router, this::gather);
  }

  private void gather(RoutingContext request) {
    Exchange.of(request)
        .route()
        .filter(Route::leadsToSeveral)
        .ifPresentOrElse(route -> gather(request, route), request::next);
  }

  private void gather(RoutingContext request, Route route) {
    if (!isList(request, route)) {
      request.fail(ProblemException.invalid("service", "must name whose is meant"));
      return;
    }
    request.request().resume();
    List<Future<Part>> asked =
        route.upstreams().stream().map(upstream -> parts.of(upstream, request)).toList();
    Future.join(asked)
        .onSuccess(all -> answer(request, asked.stream().map(Future::result).toList()))
        .onFailure(request::fail);
  }

  private static boolean isList(RoutingContext request, Route route) {
    return request.request().method().equals(HttpMethod.GET)
        && CanonicalPath.of(request.request().path())
            .filter(path -> path.value().equals(route.prefix()))
            .isPresent();
  }

  private static void answer(RoutingContext request, List<Part> all) {
    Optional<Refused> refused =
        all.stream().filter(Refused.class::isInstance).map(Refused.class::cast).findFirst();
    if (refused.isPresent()) {
      passOn(request, refused.get());
    } else if (all.stream().allMatch(Missing.class::isInstance)) {
      request.fail(new ProblemException(StandardProblem.UNAVAILABLE, "No service has answered."));
    } else {
      var page = GatheredPage.of(all, limit(request));
      request
          .response()
          .putHeader("Content-Type", "application/json")
          .end(page.toJson().toBuffer());
    }
  }

  private static void passOn(RoutingContext request, Refused refused) {
    var response = request.response().setStatusCode(refused.status());
    if (refused.contentType() != null) {
      response.putHeader("Content-Type", refused.contentType());
    }
    response.end(refused.body());
  }

  /** The services have judged it: what is no number, or too large, they have refused. */
  private static int limit(RoutingContext request) {
    var limit = request.request().getParam("limit");
    return limit == null ? PageRequest.DEFAULT_LIMIT : Integer.parseInt(limit);
  }
}
