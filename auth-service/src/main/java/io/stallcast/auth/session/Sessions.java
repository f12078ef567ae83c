package io.stallcast.auth.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions and their tokens. Every method belongs into a unit of work. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, UUID> {
  private static final String PURGE =
      """
      delete from session where id in (
        select id from session where expires_at < ?1 or ended_at < ?1
        limit 1000 for update skip locked)
      """;

  /** A session held by the token that was presented. */
  record Held(Session session, int generation) {}

  /** Adds a session with its first token. */
  Uni<Void> add(Session session, RefreshToken first) {
    return persistAndFlush(session).chain(() -> remember(first, session));
  }

  /** Records the newest token of a session. */
  Uni<Void> remember(RefreshToken newest, Session session) {
    return Panache.getSession().chain(s -> s.persist(new SessionToken(newest, session)));
  }

  /** The session of a token, locked until the unit of work ends. */
  Uni<Optional<Held>> hold(RefreshToken token) {
    return Panache.getSession()
        .chain(s -> s.find(SessionToken.class, token.hash()))
        .onItem()
        .ifNotNull()
        .transformToUni(this::hold)
        .map(Optional::ofNullable);
  }

  private Uni<Held> hold(SessionToken token) {
    return findById(token.sessionId(), LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNotNull()
        .transform(session -> new Held(session, token.generation()));
  }

  /** An account's own session, locked until the unit of work ends. */
  Uni<Optional<Session>> hold(UUID id, UUID accountId, Instant now) {
    return find(
            "id = ?1 and accountId = ?2 and endedAt is null and expiresAt > ?3", id, accountId, now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** The living sessions of an account, newest first, one more than the page shows. */
  Uni<List<Session>> living(UUID accountId, PageRequest page, Instant now) {
    UUID before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(Identifiers.MAX);
    return find(
            "accountId = ?1 and endedAt is null and expiresAt > ?2 and id < ?3 order by id desc",
            accountId,
            now,
            before)
        .range(0, page.limit())
        .list();
  }

  static Cursor cursor(Session session) {
    return Cursor.of(session.id());
  }

  /** Ends all sessions of an account. */
  Uni<Integer> endAll(UUID accountId, Session.End reason, Instant now) {
    return update(
        "endedAt = ?1, endReason = ?2 where accountId = ?3 and endedAt is null",
        now,
        reason,
        accountId);
  }

  /** Deletes some of the sessions that were over at {@code then}; several pods share the work. */
  Uni<Integer> purge(Instant then) {
    return Panache.getSession()
        .chain(s -> s.createNativeQuery(PURGE).setParameter(1, then).executeUpdate());
  }
}
