package io.stallcast.gateway.forwarding;

import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Stage;
import io.stallcast.gateway.Upstream;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** The last step: hands the request on, and the answer back. */
class Forwarding {
  private static final Logger LOG = Logger.getLogger(Forwarding.class);

  private final Vertx vertx;
  private final Compartments compartments;
  private final Passing passing;
  private final Tunnels tunnels;
  private final ForwardingConfig config;

  Forwarding(
      Vertx vertx,
      Compartments compartments,
      Passing passing,
      Tunnels tunnels,
      ForwardingConfig config) {
    this.vertx = vertx;
    this.compartments = compartments;
    this.passing = passing;
    this.tunnels = tunnels;
    this.config = config;
  }

  void install(@Observes Router router) {
    Stage.FORWARDING.install(router, this::forward);
  }

  private void forward(RoutingContext request) {
    Exchange.of(request)
        .route()
        .ifPresentOrElse(route -> forward(request, route.upstream()), request::next);
  }

  private void forward(RoutingContext request, Upstream upstream) {
    long limit = upstream.config().maxBody().asLongValue();
    if (RequestBody.isDeclaredLargerThan(limit, request.request())) {
      request.fail(RequestBody.tooLarge(limit));
    } else if (Exchange.isUpgrade(request.request())) {
      tunnels.open(request, upstream);
    } else {
      exchange(request, upstream, new RequestBody(request.request(), limit));
    }
  }

  private void exchange(RoutingContext request, Upstream upstream, RequestBody body) {
    Delivery delivery = new Delivery(vertx, request, upstream, body, config);
    compartments
        .of(upstream)
        .attempt(() -> delivery.of(() -> inbound(request, body)))
        .onFailure(request::fail)
        .onSuccess(answer -> passBack(answer, upstream));
  }

  private ProxyRequest inbound(RoutingContext request, RequestBody body) {
    ProxyRequest inbound = ProxyRequest.reverseProxy(request.request());
    passing.inward(inbound.headers(), Exchange.of(request), request.request());
    // services make absolute links of the host that the client knows
    inbound.setAuthority(request.request().authority());
    return inbound.setBody(Body.body(body, inbound.getBody().length()));
  }

  private void passBack(ProxyResponse answer, Upstream upstream) {
    passing.outward(answer.headers());
    answer
        .send()
        .onFailure(cut -> LOG.debugf("Answer of %s was cut off: %s", upstream.name(), cut));
  }
}
