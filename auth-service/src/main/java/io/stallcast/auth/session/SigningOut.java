package io.stallcast.auth.session;

import io.smallrye.mutiny.Uni;
import io.stallcast.auth.session.Session.End;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Ends sessions. Access tokens that are out live on for the rest of their few minutes. */
@ApplicationScoped
class SigningOut {
  private final Sessions sessions;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  SigningOut(Sessions sessions, UnitOfWork unitOfWork, Clock clock) {
    this.sessions = sessions;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Ends the session of any of its tokens; there is nothing to do for an unknown one. */
  Uni<Void> signOut(RefreshToken token) {
    return unitOfWork
        .commit(() ->
            sessions
                .hold(token)
                .invoke(held -> held.ifPresent(known -> end(known.session(), End.LOGGED_OUT))))
        .replaceWithVoid();
  }

  /** Ends one of the account's own sessions; any other is a 404. */
  Uni<Void> revoke(UUID id, UUID accountId) {
    return unitOfWork
        .commit(() ->
            sessions
                .hold(id, accountId, clock.instant())
                .invoke(found ->
                    end(
                        found.orElseThrow(() -> ProblemException.notFound("session")),
                        End.REVOKED)))
        .replaceWithVoid();
  }

  /** Ends all sessions of the account, this one too. */
  Uni<Void> revokeAll(UUID accountId) {
    return unitOfWork
        .commit(() -> sessions.endAll(accountId, End.REVOKED, clock.instant()))
        .replaceWithVoid();
  }

  private void end(Session session, End reason) {
    session.end(reason, clock.instant());
  }
}
