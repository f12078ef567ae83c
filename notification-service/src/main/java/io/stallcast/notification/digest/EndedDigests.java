package io.stallcast.notification.digest;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Kind;
import io.stallcast.notification.Occasion.Digest.Entry;
import io.stallcast.platform.database.Statements;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Ends digests. Takes part in the unit of work under way. */
@ApplicationScoped
class EndedDigests {
  private static final String RECIPIENTS = "select recipient_id from digest where id = any($1)";
  private static final String HOLD =
      "select id from digest where id = any($1) order by recipient_id for update";

  /** A statement of its own: what was added by those who were waited for is seen by it. */
  private static final String ITEMS =
      """
      select d.id, d.recipient_id, n.kind, n.content
      from digest d
      join digest_item i on i.digest_id = d.id
      join notification n on n.id = i.notification_id
      where d.id = any($1) and n.read_at is null
      order by n.id
      """;

  private static final String DELETE = "delete from digest where id = any($1)";

  /** What a digest tells of. */
  record Item(UUID digestId, UUID recipientId, Entry entry) {
    static Item of(Object[] row) {
      var entry = Entry.of(Kind.valueOf((String) row[2]), ((JsonObject) row[3]).getMap());
      return new Item((UUID) row[0], (UUID) row[1], entry);
    }
  }

  /** Whose they are, those that there are. */
  Uni<List<UUID>> recipientsOf(Collection<UUID> ids) {
    return Statements.select(RECIPIENTS, (Object) ids.toArray(UUID[]::new))
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }

  /** Ends those that there are, and returns what of them is unread, the oldest first. */
  Uni<List<Item>> end(Collection<UUID> ids) {
    return Statements.select(HOLD, (Object) ids.toArray(UUID[]::new))
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new))
        .chain(held -> held.length == 0 ? Uni.createFrom().item(List.of()) : take(held));
  }

  private static Uni<List<Item>> take(UUID[] held) {
    return Statements.select(ITEMS, (Object) held)
        .map(rows -> rows.stream().map(Item::of).toList())
        .call(() -> Statements.update(DELETE, (Object) held));
  }
}
