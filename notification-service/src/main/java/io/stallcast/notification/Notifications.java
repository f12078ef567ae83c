package io.stallcast.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.paging.PageRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All notifications. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {
  /** Greater than every UUIDv7. */
  private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private static final String ADD =
      """
      insert into notification (id, event_id, recipient_id, kind, content, in_app, created_at)
      values (?1, ?2, ?3, ?4, cast(cast(?5 as text) as jsonb), ?6, ?7)
      on conflict on constraint notification_once do nothing
      """;

  private final Clock clock;

  Notifications(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adds a notification.
   *
   * @param inApp whether it appears in the recipient's list
   * @return its id; empty where the recipient was told of this event before
   */
  public Uni<Optional<UUID>> add(UUID eventId, UUID recipientId, Occasion occasion, boolean inApp) {
    var id = Identifiers.next();
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(ADD)
                .setParameter(1, id)
                .setParameter(2, eventId)
                .setParameter(3, recipientId)
                .setParameter(4, occasion.kind().name())
                .setParameter(5, JsonObject.mapFrom(occasion).encode())
                .setParameter(6, inApp)
                .setParameter(7, clock.instant())
                .executeUpdate())
        .map(added -> added == 0 ? Optional.empty() : Optional.of(id));
  }

  /** A page of a person's list and the row behind it, newest first. */
  public Uni<List<Notification>> list(UUID recipientId, boolean unreadOnly, PageRequest page) {
    var unread = unreadOnly ? " and readAt is null" : "";
    var before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(NEWEST);
    return find(
            "recipientId = ?1 and inApp and id < ?2" + unread + " order by id desc",
            recipientId,
            before)
        .range(0, page.limit())
        .list();
  }

  /** How many of a person's list are unread. */
  public Uni<Long> countUnread(UUID recipientId) {
    return count("recipientId = ?1 and inApp and readAt is null", recipientId);
  }

  /**
   * Marks one of a person's list as read; it keeps the time it was read first.
   *
   * @return whether there is such a notification
   */
  public Uni<Boolean> markRead(UUID id, UUID recipientId) {
    return update(
            "readAt = coalesce(readAt, ?1) where id = ?2 and recipientId = ?3 and inApp",
            clock.instant(),
            id,
            recipientId)
        .map(found -> found > 0);
  }

  /** Marks all of a person's list as read. */
  public Uni<Void> markAllRead(UUID recipientId) {
    return update(
            "readAt = ?1 where recipientId = ?2 and inApp and readAt is null",
            clock.instant(),
            recipientId)
        .replaceWithVoid();
  }

  /** Deletes all that a person was ever told, and their e-mails with it. */
  public Uni<Void> deleteOf(UUID recipientId) {
    return delete("recipientId", recipientId).replaceWithVoid();
  }
}
