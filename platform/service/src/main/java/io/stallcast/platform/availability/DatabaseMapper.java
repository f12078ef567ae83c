package io.stallcast.platform.availability;

import io.smallrye.mutiny.CompositeException;
import io.stallcast.platform.inbox.Faults;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.Problems;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.problem.UnforeseenMapper;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers while the database is away, and where two writers met. */
@Singleton
public class DatabaseMapper {
  private static final Logger LOG = Logger.getLogger(DatabaseMapper.class);

  private final Problems problems;
  private final UnforeseenMapper unforeseen;

  DatabaseMapper(Problems problems, UnforeseenMapper unforeseen) {
    this.problems = problems;
    this.unforeseen = unforeseen;
  }

  /** Called by the framework for whatever the database's clients fail with. */
  @ServerExceptionMapper({
    PersistenceException.class,
    PgException.class,
    VertxException.class,
    NoStackTraceThrowable.class,
    IOException.class,
    CompletionException.class,
    // a connection that was lost, and the transaction that it took with it
    CompositeException.class
  })
  public RestResponse<String> map(Throwable failure) {
    if (Faults.isConflict(failure)) {
      return problems.answer(conflict());
    }
    if (Faults.isDatabaseAway(failure)) {
      LOG.warnf("Request ends as unavailable: %s", failure.getMessage());
      return problems.answer(away());
    }
    return unforeseen.map(failure);
  }

  private static ProblemException conflict() {
    return new ProblemException(
        StandardProblem.CONFLICT, "It was changed at the same moment; read it again and repeat.");
  }

  private static ProblemException away() {
    return new ProblemException(
            StandardProblem.UNAVAILABLE, "The service cannot reach its database; try again.")
        .withRetryAfter(Duration.ofSeconds(2));
  }
}
