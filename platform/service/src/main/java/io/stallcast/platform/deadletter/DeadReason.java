package io.stallcast.platform.deadletter;

import io.stallcast.platform.database.SqlState;
import io.stallcast.platform.event.InvalidRecordException;
import java.util.Objects;

/**
 * Why a record is a dead letter.
 *
 * @param code stable, to filter by
 * @param detail what was said this time
 */
public record DeadReason(String code, String detail) {
  static final DeadReason BEHIND =
      new DeadReason("behind_another", "behind an earlier dead letter of its key");

  /** Of what a consumer failed with. */
  public static DeadReason of(Throwable failure) {
    var invalid = find(failure, InvalidRecordException.class);
    if (invalid != null) {
      return new DeadReason("invalid_record", message(invalid));
    }
    return SqlState.of(failure)
        .map(state -> new DeadReason(code(state), message(root(failure))))
        .orElseGet(() -> new DeadReason("unforeseen", message(failure)));
  }

  /** Of a letter whose consumer this version of the service does not have. */
  public static DeadReason unknownConsumer(String consumer) {
    return new DeadReason("unknown_consumer", "there is no consumer " + consumer);
  }

  private static String code(String sqlState) {
    return sqlState.startsWith("23") ? "constraint_violation" : "database_refused";
  }

  private static String message(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName());
  }

  private static Throwable root(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
