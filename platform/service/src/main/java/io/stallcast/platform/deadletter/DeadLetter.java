package io.stallcast.platform.deadletter;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that was kept back, as it was received. Written by statements alone. */
@Entity
@Table(name = "dead_letter")
public class DeadLetter {
  @Id private long position;
  private UUID id;
  private String consumer;
  private String topic;
  private int partition;

  @Column(name = "record_offset")
  private long recordOffset;

  private String subject;

  @Column(columnDefinition = "jsonb")
  private JsonObject headers;

  @Column(columnDefinition = "text")
  private String value;

  private String reason;

  @Column(columnDefinition = "text")
  private String detail;

  private boolean parked;
  private boolean replaying;
  private int replays;
  private boolean discarded;
  private UUID operator;
  private String note;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "settled_at")
  private Instant settledAt;

  protected DeadLetter() {}

  /** The record as the topic had it; its key is the subject. */
  public ConsumerRecord<String, String> toRecord() {
    var record = new ConsumerRecord<>(topic, partition, recordOffset, subject, value);
    headers.forEach(header ->
        record
            .headers()
            .add(header.getKey(), header.getValue().toString().getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  public DeadLetterStatus status() {
    if (settledAt != null) {
      return discarded ? DeadLetterStatus.DISCARDED : DeadLetterStatus.REPLAYED;
    }
    if (replaying) {
      return DeadLetterStatus.REPLAYING;
    }
    return parked ? DeadLetterStatus.PARKED : DeadLetterStatus.OPEN;
  }

  /** Whose order it keeps. */
  public DeadLetterKey key() {
    return new DeadLetterKey(consumer, subject);
  }

  /** Whether an operator wants it replayed, and it is not yet. */
  public boolean isReplaying() {
    return replaying;
  }

  public String consumer() {
    return consumer;
  }

  boolean isParked() {
    return parked;
  }

  long position() {
    return position;
  }

  public UUID id() {
    return id;
  }

  public String topic() {
    return topic;
  }

  public int partition() {
    return partition;
  }

  public long recordOffset() {
    return recordOffset;
  }

  public String subject() {
    return subject;
  }

  public JsonObject headers() {
    return headers;
  }

  public String value() {
    return value;
  }

  public String reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }

  public int replays() {
    return replays;
  }

  /** Who wanted it replayed, or discarded it; null where nobody did. */
  public UUID operator() {
    return operator;
  }

  public String note() {
    return note;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant settledAt() {
    return settledAt;
  }
}
