package io.stallcast.notification;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That someone was told of something. */
@Entity
@Table(name = "notification")
public class Notification {
  @Id private UUID id;

  @Column(name = "recipient_id")
  private UUID recipientId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Kind kind;

  @Column(name = "content", columnDefinition = "jsonb")
  private JsonObject content;

  @Column(name = "in_app")
  private boolean inApp;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "read_at")
  private Instant readAt;

  protected Notification() {}

  /** UUIDv7: notifications are ordered by it. */
  public UUID id() {
    return id;
  }

  public UUID recipientId() {
    return recipientId;
  }

  /** What it is about. */
  public Occasion occasion() {
    return kind.read(content);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When it was read; empty where it was not. */
  public Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }
}
