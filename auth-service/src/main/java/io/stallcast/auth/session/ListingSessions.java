package io.stallcast.auth.session;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Shows a person where they are signed in. */
@ApplicationScoped
class ListingSessions {
  private final Sessions sessions;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  ListingSessions(Sessions sessions, UnitOfWork unitOfWork, Clock clock) {
    this.sessions = sessions;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  Uni<Page<SessionView>> list(UUID accountId, String currentId, PageRequest page) {
    return unitOfWork
        .read(() -> sessions.living(accountId, page, clock.instant()))
        .map(rows ->
            Page.of(
                rows,
                page.limit(),
                Sessions::cursor,
                session -> SessionView.of(session, currentId)));
  }
}
