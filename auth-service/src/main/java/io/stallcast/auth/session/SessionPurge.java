package io.stallcast.auth.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deletes sessions that have been over for long. */
@ApplicationScoped
class SessionPurge {
  private final Sessions sessions;
  private final UnitOfWork unitOfWork;
  private final SessionConfig config;
  private final Clock clock;

  SessionPurge(Sessions sessions, UnitOfWork unitOfWork, SessionConfig config, Clock clock) {
    this.sessions = sessions;
    this.unitOfWork = unitOfWork;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "1m")
  Uni<Void> purge() {
    return unitOfWork
        .commit(() -> sessions.purge(clock.instant().minus(config.keepEnded())))
        .replaceWithVoid();
  }
}
