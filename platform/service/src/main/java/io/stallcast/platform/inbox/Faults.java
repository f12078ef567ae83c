package io.stallcast.platform.inbox;

import io.stallcast.platform.event.InvalidRecordException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.hibernate.StaleStateException;

/** Whose fault a failure is. */
public final class Faults {
  /**
   * SQLSTATE classes that say nothing about the statement: connection, transaction rollback,
   * resources, operator intervention, system error, lock not available.
   *
   * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL error
   *     codes</a>
   */
  private static final Set<String> DATABASE_AWAY = Set.of("08", "25", "40", "53", "55", "57", "58");

  private Faults() {}

  /** Whether the record itself is at fault, so that no later try can help. */
  static boolean isOfTheRecord(Throwable failure) {
    return any(failure, InvalidRecordException.class::isInstance);
  }

  /** Whether a later try may well succeed: a dependency is away, or another writer was first. */
  public static boolean isPassing(Throwable failure) {
    return any(failure, Faults::passes);
  }

  /** Whether the database cannot be reached or refuses to work for now. */
  public static boolean isDatabaseAway(Throwable failure) {
    return any(
        failure,
        f ->
            f instanceof PgException pg
                ? sqlClass(pg, DATABASE_AWAY)
                : f instanceof IOException || isClosedOrExhausted(f));
  }

  /** Whether another writer was first: to be tried again at once. */
  static boolean isConflict(Throwable failure) {
    return any(
        failure, f -> f instanceof OptimisticLockException || f instanceof StaleStateException);
  }

  private static boolean passes(Throwable failure) {
    return switch (failure) {
      case PgException pg -> sqlClass(pg, DATABASE_AWAY);
      case OptimisticLockException e -> true;
      case StaleStateException e -> true;
      case FaultToleranceException e -> true;
      case TimeoutException e -> true;
      case IOException e -> true;
      default -> isClosedOrExhausted(failure);
    };
  }

  /** Vert.x says so without types of its own: a closed connection, an exhausted pool. */
  private static boolean isClosedOrExhausted(Throwable failure) {
    return failure instanceof VertxException
        || "io.vertx.core.impl.NoStackTraceThrowable".equals(failure.getClass().getName());
  }

  private static boolean sqlClass(PgException failure, Set<String> classes) {
    var state = failure.getSqlState();
    return state != null && classes.contains(state.substring(0, 2));
  }

  private static boolean any(Throwable failure, java.util.function.Predicate<Throwable> is) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (is.test(cause)) {
        return true;
      }
    }
    return false;
  }
}
