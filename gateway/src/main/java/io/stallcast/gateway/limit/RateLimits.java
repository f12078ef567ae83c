package io.stallcast.gateway.limit;

import io.github.bucket4j.TimeMeter;
import io.stallcast.gateway.CanonicalPath;
import io.stallcast.gateway.Exchange;
import io.stallcast.gateway.Stage;
import io.stallcast.gateway.limit.Buckets.Allowance;
import io.stallcast.platform.address.ClientKey;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Refuses what goes over a limit, and tells everybody what is left of theirs. */
class RateLimits {
  private final Buckets addresses;
  private final Buckets users;
  private final Buckets signIns;
  private final List<String> signInPaths;

  RateLimits(LimitConfig config) {
    this.addresses = buckets(config.address(), config);
    this.users = buckets(config.user(), config);
    this.signIns = buckets(config.signIn(), config);
    this.signInPaths = config.signIn().paths();
  }

  void install(@Observes Router router) {
    Stage.ADDRESS_LIMIT.install(router, this::limitAddress);
    Stage.USER_LIMIT.install(router, this::limitUser);
  }

  private void limitAddress(RoutingContext request) {
    Exchange exchange = Exchange.of(request);
    if (exchange.route().isEmpty()) {
      request.next();
      return;
    }
    String address = ClientKey.of(exchange.origin().client());
    Allowance allowance = addresses.take(address);
    judge(request, allowance.granted() && isSignIn(request) ? signIns.take(address) : allowance);
  }

  private void limitUser(RoutingContext request) {
    Exchange.of(request)
        .user()
        .ifPresentOrElse(user -> judge(request, users.take(user)), request::next);
  }

  private static void judge(RoutingContext request, Allowance allowance) {
    MultiMap headers = request.response().headers();
    headers.set("RateLimit-Limit", Long.toString(allowance.limit()));
    headers.set("RateLimit-Remaining", Long.toString(allowance.remaining()));
    headers.set("RateLimit-Reset", Long.toString(allowance.reset().plusMillis(999).toSeconds()));
    if (allowance.granted()) {
      request.next();
    } else {
      request.fail(
          new ProblemException(StandardProblem.TOO_MANY_REQUESTS, null)
              .withRetryAfter(allowance.refill()));
    }
  }

  private boolean isSignIn(RoutingContext request) {
    return CanonicalPath.of(request.request().path())
        .filter(path -> signInPaths.stream().anyMatch(path::isUnder))
        .isPresent();
  }

  private static Buckets buckets(LimitConfig.Limit limit, LimitConfig config) {
    return new Buckets(limit, config.keys(), TimeMeter.SYSTEM_NANOTIME);
  }
}
