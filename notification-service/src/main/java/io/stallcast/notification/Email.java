package io.stallcast.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The e-mail of a notification. */
@Entity
@Table(name = "email")
public class Email {
  /** How far an e-mail has come. */
  public enum Status {
    /** Waits to be sent; a job for it is under way. */
    QUEUED,
    /** A mail server took it. */
    SENT,
    /** Given up. */
    FAILED
  }

  @Id private UUID id;

  @OneToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "notification_id")
  private Notification notification;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private Status status;

  @Column(name = "tries")
  private int tries;

  @Column(name = "queued_at")
  private Instant queuedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "failure")
  private String failure;

  protected Email() {}

  public UUID id() {
    return id;
  }

  public Notification notification() {
    return notification;
  }

  Instant queuedAt() {
    return queuedAt;
  }

  /** How often it was tried in vain. */
  public int tries() {
    return tries;
  }
}
