package io.stallcast.platform.outbox;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A row of the outbox as the relay reads it. */
record OutboxRow(
    int lane,
    long position,
    String topic,
    String subject,
    UUID eventId,
    String type,
    int version,
    long sequence,
    Instant occurredAt,
    String data,
    String reason,
    String traceparent) {

  String topicAndSubject() {
    return topic + ' ' + subject;
  }

  static OutboxRow of(Row row) {
    return new OutboxRow(
        row.getShort("lane"),
        row.getLong("position"),
        row.getString("topic"),
        row.getString("subject"),
        row.getUUID("event_id"),
        row.getString("type"),
        row.getShort("version"),
        row.getLong("sequence"),
        row.getOffsetDateTime("occurred_at").toInstant(),
        row.getString("data"),
        row.getString("reason"),
        row.getString("traceparent"));
  }
}
