package io.stallcast.platform.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.address.ClientKey;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Looks at whoever asks for a socket, before there is one. Pages of other origins are answered 403,
 * who has too many sockets 429, and everybody 503 while the pod stops. A token that is missing or
 * not valid does not matter here: a browser's script never sees the status of a refused handshake,
 * but it sees a close code.
 */
@Singleton
class Admission implements HttpUpgradeCheck {
  private static final String BEARER = "bearer ";

  private final Tokens tokens;
  private final SocketCounts counts;
  private final Draining draining;
  private final Set<String> origins;
  private final RetryPause pause;

  Admission(
      Tokens tokens,
      SocketCounts counts,
      Draining draining,
      SocketConfig config,
      RetryPause pause) {
    this.tokens = tokens;
    this.counts = counts;
    this.draining = draining;
    this.origins = config.origins().orElse(Set.of());
    this.pause = pause;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    HttpServerRequest request = context.httpRequest();
    if (draining.isUnderWay()) {
      return refuse(StandardProblem.UNAVAILABLE, "This pod stops; connect again.");
    }
    if (!isWelcome(request)) {
      return refuse(StandardProblem.FORBIDDEN, "Pages of this origin may not connect.");
    }
    return arrival(request).chain(arrival -> admit(arrival, context));
  }

  private Uni<Arrival> arrival(HttpServerRequest request) {
    String credentials = request.getHeader("Authorization");
    return isBearer(credentials)
        ? tokens
            .verify(credentials.substring(BEARER.length()).strip())
            .map(user -> arrival(request, user, false))
            .onFailure(ProblemException.class)
            .recoverWithItem(() -> arrival(request, null, true))
        : Uni.createFrom().item(() -> arrival(request, null, credentials != null));
  }

  private static boolean isBearer(String credentials) {
    return credentials != null && credentials.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  private Uni<CheckResult> admit(Arrival arrival, HttpUpgradeContext context) {
    if (counts.isFull(arrival.address(), arrival.user())) {
      return refuse(StandardProblem.TOO_MANY_REQUESTS, "There are too many sockets of yours.");
    }
    context.userData().put(Arrival.KEY, arrival);
    return CheckResult.permitUpgrade();
  }

  private static Arrival arrival(HttpServerRequest request, SocketUser user, boolean refused) {
    return new Arrival(
        ((ConnectionBase) request.connection()).channel(),
        ClientKey.of(request.remoteAddress().hostAddress()),
        user,
        refused);
  }

  private boolean isWelcome(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null
        || origins.contains(origin)
        || origin.equalsIgnoreCase(request.scheme() + "://" + request.authority());
  }

  private Uni<CheckResult> refuse(StandardProblem problem, String detail) {
    return Uni.createFrom()
        .failure(new ProblemException(problem, detail).withRetryAfter(pause.next()));
  }
}
