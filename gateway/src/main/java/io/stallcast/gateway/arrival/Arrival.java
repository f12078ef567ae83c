package io.stallcast.gateway.arrival;

import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Stage;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Gives each request an id, or keeps the one that the client chose. */
class Arrival {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final Origins origins;
  private final SlowHeads slowHeads;

  Arrival(Origins origins, SlowHeads slowHeads) {
    this.origins = origins;
    this.slowHeads = slowHeads;
  }

  void install(@Observes Router router) {
    Stage.ARRIVAL.install(router, this::receive);
  }

  private void receive(RoutingContext request) {
    slowHeads.heardOf(request);
    if (!hasOneHost(request.request())) {
      request.fail(
          new ProblemException(StandardProblem.MALFORMED_REQUEST, "One Host is to be named."));
      return;
    }
    Exchange.begin(request, id(request.request()), origins.of(request.request()));
    request.addEndHandler(ended -> Leftovers.clear(request.request()));
    request.next();
  }

  private static boolean hasOneHost(HttpServerRequest request) {
    return request.authority() != null && request.headers().getAll("Host").size() <= 1;
  }

  private static String id(HttpServerRequest request) {
    String chosen = request.getHeader("X-Request-Id");
    return chosen != null && ID.matcher(chosen).matches() ? chosen : Identifiers.next().toString();
  }
}
