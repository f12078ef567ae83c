package io.stallcast.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What is known of a refresh token: whose it is, and which in the row. Never changes. */
@Entity
@Immutable
@Table(name = "session_token")
class SessionToken {
  @Id private String hash;

  @Column(name = "session_id")
  private UUID sessionId;

  @Column(name = "generation")
  private int generation;

  protected SessionToken() {}

  SessionToken(RefreshToken token, Session session) {
    hash = token.hash();
    sessionId = session.id();
    generation = session.generation();
  }

  UUID sessionId() {
    return sessionId;
  }

  int generation() {
    return generation;
  }
}
