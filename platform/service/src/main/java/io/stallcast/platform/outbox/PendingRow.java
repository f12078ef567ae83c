package io.stallcast.platform.outbox;

import io.stallcast.platform.database.Statements;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * A row of the outbox before it is written.
 *
 * @param sequence known, or to be asked for when it is written
 */
record PendingRow(
    String topic,
    String subject,
    UUID eventId,
    String type,
    int version,
    LongSupplier sequence,
    Instant occurredAt,
    String data,
    String reason,
    String traceparent,
    Instant deliverAt,
    String timerKey) {

  int lane() {
    return Lanes.of(subject);
  }

  boolean isDelayed() {
    return deliverAt != null;
  }

  boolean hasTimer(String key) {
    return key.equals(timerKey);
  }

  /** An array for each column, in the order of the insertion. */
  static Object[] columns(List<PendingRow> rows) {
    return new Object[] {
      Statements.column(rows, row -> (short) row.lane(), Short[]::new),
      Statements.column(rows, PendingRow::topic, String[]::new),
      Statements.column(rows, PendingRow::subject, String[]::new),
      Statements.column(rows, PendingRow::eventId, UUID[]::new),
      Statements.column(rows, PendingRow::type, String[]::new),
      Statements.column(rows, row -> (short) row.version(), Short[]::new),
      Statements.column(rows, row -> row.sequence().getAsLong(), Long[]::new),
      Statements.column(rows, row -> offset(row.occurredAt()), OffsetDateTime[]::new),
      Statements.column(rows, PendingRow::data, String[]::new),
      Statements.column(rows, PendingRow::reason, String[]::new),
      Statements.column(rows, PendingRow::traceparent, String[]::new),
      Statements.column(rows, row -> offset(row.deliverAt()), OffsetDateTime[]::new),
      Statements.column(rows, PendingRow::timerKey, String[]::new)
    };
  }

  private static OffsetDateTime offset(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
