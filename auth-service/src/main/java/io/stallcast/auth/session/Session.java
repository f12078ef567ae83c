package io.stallcast.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One sign-in on one device. Its row must be locked while it is used or ended. */
@Entity
@Table(name = "session")
class Session {
  /** What a presented token leads to. */
  enum Refresh {
    /** It was the newest; its successor is now. */
    ROTATED,
    /** Another tab was faster; the successor stays the same. */
    REPEATED,
    /** It had been used before: somebody copied it. The session has ended. */
    REUSED,
    /** The session had ended or expired. */
    OVER
  }

  /** Why a session ended. */
  enum End {
    LOGGED_OUT,
    REVOKED,
    REUSED
  }

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "generation")
  private int generation;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "end_reason", columnDefinition = "varchar(16)")
  private End endReason;

  @Column(name = "user_agent")
  private String userAgent;

  protected Session() {}

  static Session start(
      UUID id, UUID accountId, String userAgent, Instant now, SessionConfig config) {
    Session session = new Session();
    session.id = id;
    session.accountId = accountId;
    session.userAgent = userAgent;
    session.startedAt = now;
    session.use(now, config);
    return session;
  }

  /**
   * Answers a token of this session.
   *
   * @param presented its generation
   */
  Refresh refresh(int presented, Instant now, SessionConfig config) {
    if (isOver(now)) {
      return Refresh.OVER;
    }
    if (presented == generation) {
      generation++;
      use(now, config);
      return Refresh.ROTATED;
    }
    if (presented == generation - 1 && !now.isAfter(rotatedAt.plus(config.grace()))) {
      return Refresh.REPEATED;
    }
    end(End.REUSED, now);
    return Refresh.REUSED;
  }

  /** Ends the session, if it has not ended before. */
  void end(End reason, Instant now) {
    if (endedAt == null) {
      endedAt = now;
      endReason = reason;
    }
  }

  private void use(Instant now, SessionConfig config) {
    Instant idle = now.plus(config.idleLifetime());
    Instant longest = startedAt.plus(config.lifetime());
    rotatedAt = now;
    expiresAt = idle.isBefore(longest) ? idle : longest;
  }

  private boolean isOver(Instant now) {
    return endedAt != null || !now.isBefore(expiresAt);
  }

  UUID id() {
    return id;
  }

  UUID accountId() {
    return accountId;
  }

  int generation() {
    return generation;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant lastUsedAt() {
    return rotatedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  End endReason() {
    return endReason;
  }

  String userAgent() {
    return userAgent;
  }
}
