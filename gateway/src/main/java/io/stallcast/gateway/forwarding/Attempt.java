package io.stallcast.gateway.forwarding;

import io.stallcast.platform.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits for the head of one answer, and gives up when client or upstream keep it waiting for too
 * long, or the client is gone. Used by one event loop.
 */
final class Attempt<T> {
  private final Vertx vertx;
  private final RequestBody body;
  private final Duration upstreamsTime;
  private final ForwardingConfig config;
  private final Promise<T> head = Promise.promise();

  private HttpServerResponse inbound;
  private HttpClientRequest outbound;
  private long timer;

  Attempt(Vertx vertx, RequestBody body, Duration upstreamsTime, ForwardingConfig config) {
    this.vertx = vertx;
    this.body = body.onProgress(this::wind).onTooLarge(this::giveUp);
    this.upstreamsTime = upstreamsTime;
    this.config = config;
  }

  /**
   * Sends the request.
   *
   * @param sending sends it, and returns the head of the answer
   */
  Future<T> run(RoutingContext client, HttpClientRequest upstream, Supplier<Future<T>> sending) {
    inbound = client.response();
    outbound = upstream.exceptionHandler(this::giveUp);
    client.addEndHandler(ended -> giveUpIfGone());
    wind();
    sending.get().onComplete(head::tryComplete, this::giveUp);
    return head.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private void giveUpIfGone() {
    if (isGone()) {
      giveUp(new ClientGoneException());
    }
  }

  private boolean isGone() {
    return inbound.closed() && !inbound.ended();
  }

  private void wind() {
    vertx.cancelTimer(timer);
    if (!head.future().isComplete()) {
      Duration time = body.awaitsClient() ? clientsTime() : upstreamsTime;
      timer = vertx.setTimer(Math.max(1, time.toMillis()), struck -> giveUp(lateness()));
    }
  }

  private Duration clientsTime() {
    return body.patience(config.clientPause(), config.bodyRate());
  }

  private RuntimeException lateness() {
    return body.awaitsClient()
        ? new ProblemException(GatewayProblem.REQUEST_TIMEOUT, null)
        : new NoAnswerException();
  }

  void giveUp(Throwable reason) {
    // whatever breaks once the client has hung up, broke because of that
    if (head.tryFail(isGone() ? new ClientGoneException() : reason)) {
      outbound.reset();
    }
  }
}
