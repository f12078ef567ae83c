package io.stallcast.gateway.forwarding;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Upstream;
import io.stallcast.gateway.Upstream.Line;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * WebSockets: once the upstream has agreed to the upgrade, bytes pass both ways with back-pressure,
 * and the end of one side is the end of the other.
 */
@Singleton
class Tunnels {
  private final Vertx vertx;
  private final Compartments compartments;
  private final Passing passing;
  private final ForwardingConfig config;
  private final AtomicInteger open;

  Tunnels(
      Vertx vertx,
      Compartments compartments,
      Passing passing,
      ForwardingConfig config,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.compartments = compartments;
    this.passing = passing;
    this.config = config;
    this.open = meters.gauge("gateway.open.sockets", new AtomicInteger());
  }

  void open(RoutingContext request, Upstream upstream) {
    Span span = Span.current();
    compartments
        .of(upstream)
        .attempt(() -> handshake(request, upstream))
        .onFailure(request::fail)
        .onSuccess(answer -> follow(answer, request, span));
  }

  private Future<HttpClientResponse> handshake(RoutingContext request, Upstream upstream) {
    RequestBody none = new RequestBody(request.request(), 0);
    Attempt<HttpClientResponse> attempt =
        new Attempt<>(vertx, none, upstream.config().timeout(), config);
    return upstream
        .connect(new RequestOptions().setURI(request.request().uri()))
        .map(Line::request)
        .compose(outbound -> attempt.run(request, outbound, () -> shakeHands(request, outbound)));
  }

  private Future<HttpClientResponse> shakeHands(
      RoutingContext request, HttpClientRequest outbound) {
    HttpServerRequest inbound = request.request();
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(inbound.headers());
    passing.inward(headers, Exchange.of(request), inbound);
    headers.remove("Host");
    outbound.headers().addAll(headers).set("Connection", "Upgrade").set("Upgrade", "websocket");
    outbound.authority(inbound.authority());
    Future<HttpClientResponse> answer = outbound.connect().onSuccess(Tunnels::hold);
    inbound.endHandler(end -> outbound.end());
    inbound.resume();
    return answer;
  }

  /** Keeps what comes after the head until there is somebody to take it. */
  private static void hold(HttpClientResponse answer) {
    if (answer.statusCode() == 101) {
      answer.netSocket().pause();
    } else {
      answer.pause();
    }
  }

  private void follow(HttpClientResponse answer, RoutingContext request, Span span) {
    HttpServerResponse response = request.response();
    response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
    passing.outward(headers);
    response.headers().addAll(headers);
    if (answer.statusCode() == 101) {
      upgrade(request, answer.netSocket());
      // the framework follows a request to the end of its answer, which a socket has not
      span.end();
      Exchange.of(request).upgraded();
    } else {
      response.setChunked(!headers.contains("Content-Length"));
      answer.pipeTo(response);
    }
  }

  private void upgrade(RoutingContext request, NetSocket upstream) {
    request.response().headers().set("Connection", "Upgrade").set("Upgrade", "websocket");
    request
        .request()
        .toNetSocket()
        .onSuccess(client -> join(client, upstream))
        .onFailure(gone -> upstream.close());
  }

  private void join(NetSocket client, NetSocket upstream) {
    open.incrementAndGet();
    client.pipeTo(upstream).onComplete(end -> upstream.close());
    upstream
        .pipeTo(client)
        .onComplete(end -> client.close())
        .onComplete(end -> open.decrementAndGet());
  }
}
