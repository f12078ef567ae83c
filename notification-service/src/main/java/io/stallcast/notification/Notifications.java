package io.stallcast.notification;

import static java.util.stream.Collectors.toSet;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.paging.PageRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** All notifications. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {
  /** Greater than every UUIDv7. */
  private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private static final String ADD =
      """
      insert into notification (id, event_id, recipient_id, kind, content, in_app, created_at)
      select id, event_id, recipient_id, kind, content::jsonb, in_app, $7
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::boolean[])
        as n (id, event_id, recipient_id, kind, content, in_app)
      on conflict on constraint notification_once do nothing
      returning id
      """;

  private static final String DELETE_ABOUT =
      """
      delete from notification where id in (
        select id from notification
        where kind = 'CREATOR_LIVE' and content ->> 'creatorId' = $1 limit $2)
      """;

  private final Clock clock;

  Notifications(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adds notifications.
   *
   * @return those whose recipients were not told of their event before
   */
  public Uni<List<NewNotification>> add(List<NewNotification> notifications) {
    return notifications.isEmpty()
        ? Uni.createFrom().item(List.of())
        : Statements.select(ADD, columns(notifications))
            .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(toSet()))
            .map(added -> notifications.stream().filter(n -> added.contains(n.id())).toList());
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

  /**
   * Deletes some of the notifications that tell of a creator.
   *
   * @return how many
   */
  public Uni<Integer> deleteAbout(UUID creatorId, int most) {
    return Statements.update(DELETE_ABOUT, creatorId.toString(), most);
  }

  /** Deletes all that a person was ever told, and their e-mails with it. */
  public Uni<Void> deleteOf(UUID recipientId) {
    return delete("recipientId", recipientId).replaceWithVoid();
  }

  private Object[] columns(List<NewNotification> rows) {
    return new Object[] {
      Statements.column(rows, NewNotification::id, UUID[]::new),
      Statements.column(rows, NewNotification::eventId, UUID[]::new),
      Statements.column(rows, NewNotification::recipientId, UUID[]::new),
      Statements.column(rows, row -> row.occasion().kind().name(), String[]::new),
      Statements.column(rows, row -> JsonObject.mapFrom(row.occasion()).encode(), String[]::new),
      Statements.column(rows, row -> row.channels().inApp(), Boolean[]::new),
      clock.instant().atOffset(ZoneOffset.UTC)
    };
  }
}
