package io.stallcast.gateway.token;

import io.quarkus.security.AuthenticationFailedException;
import io.stallcast.gateway.CanonicalPath;
import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Stage;
import io.stallcast.gateway.token.Tokens.Verdict;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Answers bad tokens with 401 at once. */
class TokenCheck {
  private static final String SCHEME = "bearer ";

  private final Tokens tokens;
  private final List<String> ignoredPaths;

  TokenCheck(Tokens tokens, TokenConfig config) {
    this.tokens = tokens;
    this.ignoredPaths = config.ignoredPaths();
  }

  void install(@Observes Router router) {
    Stage.TOKEN.install(router, this::check);
  }

  private void check(RoutingContext request) {
    String credentials = request.request().getHeader("Authorization");
    if (isBearer(credentials) && Exchange.of(request).route().isPresent() && matters(request)) {
      judge(credentials.substring(SCHEME.length()).strip(), request);
    } else {
      request.next();
    }
  }

  private void judge(String token, RoutingContext request) {
    Future<Verdict> verdict = tokens.judge(token);
    if (verdict.succeeded()) {
      follow(verdict.result(), request);
      return;
    }
    // keys that several requests wait for arrive on the event loop of one of them
    Context own = Vertx.currentContext();
    verdict.onSuccess(judged -> own.runOnContext(back -> follow(judged, request)));
  }

  private static void follow(Verdict verdict, RoutingContext request) {
    switch (verdict) {
      case Verdict.Valid valid -> {
        Exchange.of(request).isBy(valid.subject());
        request.next();
      }
      case Verdict.Invalid invalid -> request.fail(new AuthenticationFailedException());
      case Verdict.Unknown unknown -> request.next();
    }
  }

  private static boolean isBearer(String credentials) {
    return credentials != null && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  private boolean matters(RoutingContext request) {
    return CanonicalPath.of(request.request().path())
        .filter(path -> ignoredPaths.stream().noneMatch(path::isUnder))
        .isPresent();
  }
}
