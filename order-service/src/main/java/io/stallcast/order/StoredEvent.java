package io.stallcast.order;

import io.stallcast.platform.database.Statements;
import io.stallcast.platform.identifier.Identifiers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A row of the event store; written once.
 *
 * @param buyerId whose order it is stands beside each event, for queries
 * @param data the event as JSON
 */
record StoredEvent(
    UUID id,
    UUID orderId,
    UUID buyerId,
    long version,
    String type,
    String data,
    Instant occurredAt) {
  static final String COLUMNS = "id, order_id, buyer_id, version, type, data::text, occurred_at";

  /** One parameter for each column, with its values of all rows. */
  static final String INSERT =
      """
      insert into order_event (id, order_id, buyer_id, version, type, data, occurred_at)
      select id, order_id, buyer_id, version, type, data::jsonb, occurred_at
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[],
                  $7::timestamptz[])
        as e (id, order_id, buyer_id, version, type, data, occurred_at)
      """;

  static StoredEvent of(Order order, long version, String type, String data, Instant occurredAt) {
    return new StoredEvent(
        Identifiers.next(), order.id(), order.buyerId(), version, type, data, occurredAt);
  }

  /** A row of {@link #COLUMNS}. */
  static StoredEvent of(Object[] row) {
    return new StoredEvent(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (Long) row[3],
        (String) row[4],
        (String) row[5],
        ((OffsetDateTime) row[6]).toInstant());
  }

  /** The parameters of {@link #INSERT}. */
  static Object[] parameters(List<StoredEvent> rows) {
    return new Object[] {
      Statements.column(rows, StoredEvent::id, UUID[]::new),
      Statements.column(rows, StoredEvent::orderId, UUID[]::new),
      Statements.column(rows, StoredEvent::buyerId, UUID[]::new),
      Statements.column(rows, StoredEvent::version, Long[]::new),
      Statements.column(rows, StoredEvent::type, String[]::new),
      Statements.column(rows, StoredEvent::data, String[]::new),
      Statements.column(
          rows, row -> row.occurredAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new)
    };
  }
}
