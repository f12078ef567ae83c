package io.stallcast.gateway.forwarding;

import io.stallcast.gateway.Pod;
import io.stallcast.gateway.Upstream;
import io.stallcast.gateway.Upstream.Line;
import io.stallcast.platform.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Brings one request to a pod of its upstream. Where that pod is lost before it answers, a request
 * that only reads goes to another one, once; any other may have been carried out, and only its
 * client can know whether to repeat it. Used by one event loop.
 */
final class Delivery {
  private final Vertx vertx;
  private final Context context;
  private final RoutingContext client;
  private final Upstream upstream;
  private final RequestBody body;
  private final ForwardingConfig config;
  private final long begun = System.nanoTime();

  private Supplier<ProxyRequest> inbound;
  private Pod asked;

  Delivery(
      Vertx vertx,
      RoutingContext client,
      Upstream upstream,
      RequestBody body,
      ForwardingConfig config) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.client = client;
    this.upstream = upstream;
    this.body = body;
    this.config = config;
  }

  /**
   * The head of the answer.
   *
   * @param request makes what is to be sent; called for each try
   */
  Future<ProxyResponse> of(Supplier<ProxyRequest> request) {
    inbound = request;
    return upstream
        .connect(new RequestOptions())
        .onSuccess(line -> invite())
        .compose(this::send)
        .recover(this::elsewhere)
        .recover(failure -> Future.failedFuture(judged(failure)));
  }

  private Future<ProxyResponse> send(Line line) {
    asked = line.pod();
    Attempt<ProxyResponse> attempt = new Attempt<>(vertx, body, timeLeft(), config);
    Runnable forget = asked.whenLost(() -> context.runOnContext(now -> leave(line.pod(), attempt)));
    return attempt
        .run(client, line.request(), () -> inbound.get().send(line.request()))
        .onComplete(done -> forget.run());
  }

  private void leave(Pod pod, Attempt<ProxyResponse> attempt) {
    if (isRepeatable() && upstream.isServedBeside(pod)) {
      attempt.giveUp(new PodLostException());
    }
  }

  private Future<ProxyResponse> elsewhere(Throwable failure) {
    boolean again = asked != null && isRepeatable() && isOfConnection(failure);
    return again
        ? upstream.connectBeside(asked, new RequestOptions()).compose(this::send)
        : Future.failedFuture(failure);
  }

  private boolean isRepeatable() {
    HttpMethod method = client.request().method();
    return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) && body.wasEmpty();
  }

  private static boolean isOfConnection(Throwable failure) {
    return switch (failure) {
      case ProblemException clients -> false;
      case ClientGoneException clients -> false;
      case NoAnswerException late -> false;
      default -> true;
    };
  }

  /** What a lost pod did not do says nothing about an upstream that has others. */
  private Throwable judged(Throwable failure) {
    boolean onePods = asked != null && !asked.isWell() && upstream.isServedBeside(asked);
    return onePods ? new PodLostException(failure) : failure;
  }

  private Duration timeLeft() {
    return upstream.config().timeout().minusNanos(System.nanoTime() - begun);
  }

  private void invite() {
    if ("100-continue".equalsIgnoreCase(client.request().getHeader("Expect"))) {
      client.response().writeContinue();
    }
  }
}
