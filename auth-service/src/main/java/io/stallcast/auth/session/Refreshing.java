package io.stallcast.auth.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.stallcast.auth.AccessTokens;
import io.stallcast.auth.Account;
import io.stallcast.auth.Accounts;
import io.stallcast.auth.AuthProblem;
import io.stallcast.auth.Secrets;
import io.stallcast.auth.session.Session.Refresh;
import io.stallcast.auth.session.Sessions.Held;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Exchanges a refresh token for new tokens. A refusal is thrown after the commit, not in it: the
 * end of a family whose token was reused must last.
 */
@ApplicationScoped
class Refreshing {
  private static final Logger LOG = Logger.getLogger(Refreshing.class);

  /** What a good token is exchanged for. */
  private record Grant(Account account, UUID session, RefreshToken token) {}

  private final Accounts accounts;
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final UnitOfWork unitOfWork;
  private final SessionConfig config;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final byte[] successorKey;

  Refreshing(
      Accounts accounts,
      Sessions sessions,
      AccessTokens accessTokens,
      UnitOfWork unitOfWork,
      SessionConfig config,
      Clock clock,
      MeterRegistry metrics,
      Secrets secrets) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.unitOfWork = unitOfWork;
    this.config = config;
    this.clock = clock;
    this.metrics = metrics;
    this.successorKey = secrets.keyFor("refresh-tokens");
  }

  /** New tokens, or {@code refresh_token_refused}. */
  Uni<Tokens> refresh(RefreshToken presented) {
    return unitOfWork
        .commit(() -> sessions.hold(presented).chain(held -> exchange(held, presented)))
        .map(grant -> grant.orElseThrow(AuthProblem.REFRESH_TOKEN_REFUSED::exception))
        .map(grant ->
            Tokens.of(accessTokens.issue(grant.account(), grant.session()), grant.token()));
  }

  private Uni<Optional<Grant>> exchange(Optional<Held> held, RefreshToken presented) {
    return held.map(known -> answer(known.session(), known.generation(), presented))
        .orElseGet(Refreshing::refused);
  }

  private Uni<Optional<Grant>> answer(Session session, int generation, RefreshToken presented) {
    Refresh refresh = session.refresh(generation, clock.instant(), config);
    count(refresh);
    RefreshToken successor = presented.successor(successorKey);
    return switch (refresh) {
      case ROTATED -> sessions.remember(successor, session).chain(() -> grant(session, successor));
      case REPEATED -> grant(session, successor);
      case REUSED -> endedByReuse(session);
      case OVER -> refused();
    };
  }

  private Uni<Optional<Grant>> grant(Session session, RefreshToken successor) {
    return accounts
        .get(session.accountId())
        .map(account -> Optional.of(new Grant(account, session.id(), successor)));
  }

  private static Uni<Optional<Grant>> endedByReuse(Session session) {
    LOG.warnf(
        "A used refresh token came back, session ended session=%s account=%s",
        session.id(), session.accountId());
    return refused();
  }

  private static Uni<Optional<Grant>> refused() {
    return Uni.createFrom().item(Optional.empty());
  }

  private void count(Refresh refresh) {
    String outcome = refresh.name().toLowerCase(Locale.ROOT);
    metrics.counter("stallcast.auth.refreshes", "outcome", outcome).increment();
  }
}
