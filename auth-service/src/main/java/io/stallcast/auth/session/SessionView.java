package io.stallcast.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as its owner sees it.
 *
 * @param current whether it is the one that asks
 */
@Schema(name = "Session")
record SessionView(
    UUID id,
    String userAgent,
    Instant startedAt,
    Instant lastUsedAt,
    Instant expiresAt,
    boolean current) {

  static SessionView of(Session session, String currentId) {
    return new SessionView(
        session.id(),
        session.userAgent(),
        session.startedAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        session.id().toString().equals(currentId));
  }
}
