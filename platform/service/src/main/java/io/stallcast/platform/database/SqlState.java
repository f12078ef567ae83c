package io.stallcast.platform.database;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The SQLSTATE of a failure, whoever wrapped it: the client's own exception, or Hibernate's.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL error
 *     codes</a>
 */
public final class SqlState {
  public static final String UNIQUE_VIOLATION = "23505";
  public static final String CHECK_VIOLATION = "23514";
  public static final String EXCLUSION_VIOLATION = "23P01";
  public static final String LOCK_NOT_AVAILABLE = "55P03";

  private SqlState() {}

  /** The state of the first cause that has one; empty where the failure is not the database's. */
  public static Optional<String> of(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var state = own(cause);
      if (state != null) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** Whether the database refused with {@code state}. */
  public static boolean is(Throwable failure, String state) {
    return of(failure).filter(state::equals).isPresent();
  }

  private static String own(Throwable failure) {
    return switch (failure) {
      case PgException pg -> pg.getSqlState();
      case SQLException sql -> sql.getSQLState();
      default -> null;
    };
  }
}
