package io.stallcast.platform.inbox;

import io.stallcast.platform.database.SqlState;
import io.stallcast.platform.event.InvalidRecordException;
import io.vertx.core.VertxException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
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
    return isConflict(failure) || isDatabaseAway(failure) || any(failure, Faults::isDependencyAway);
  }

  /** Whether the database cannot be reached or refuses to work for now. */
  public static boolean isDatabaseAway(Throwable failure) {
    return SqlState.of(failure)
        .map(Faults::saysNothingOfTheStatement)
        .orElseGet(() -> any(failure, f -> f instanceof IOException || isClosedOrExhausted(f)));
  }

  /** Whether another writer was first: to be tried again at once. */
  public static boolean isConflict(Throwable failure) {
    return any(
        failure, f -> f instanceof OptimisticLockException || f instanceof StaleStateException);
  }

  private static boolean isDependencyAway(Throwable failure) {
    return failure instanceof FaultToleranceException
        || failure instanceof TimeoutException
        || failure instanceof UncheckedIOException;
  }

  /** Vert.x says so without types of its own: a closed connection, an exhausted pool. */
  private static boolean isClosedOrExhausted(Throwable failure) {
    return failure instanceof VertxException
        || "io.vertx.core.impl.NoStackTraceThrowable".equals(failure.getClass().getName());
  }

  private static boolean saysNothingOfTheStatement(String state) {
    return DATABASE_AWAY.contains(state.substring(0, 2));
  }

  private static boolean any(Throwable failure, Predicate<Throwable> is) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (is.test(cause)) {
        return true;
      }
    }
    return false;
  }
}
