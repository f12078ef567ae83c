package io.stallcast.chat.opening;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Room;
import io.stallcast.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rooms that there are. Its methods take part in the unit of work under way. */
@ApplicationScoped
class RoomTable {
  private static final String UPSERT =
      """
      insert into room (id, kind, version, creator_id, access_policy, product_ids, status)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (id) do update
      set version = excluded.version, access_policy = excluded.access_policy,
          product_ids = excluded.product_ids, status = excluded.status
      where room.version < excluded.version
      """;

  /** A stream that was called off has no later version. */
  private static final String REMOVE =
      "update room set version = $2, status = 'GONE' where id = $1 and version <= $2";

  /** Remembers the room as it is now, unless it is known as it was later. */
  Uni<Void> put(Room room) {
    return (room.isGone() ? Statements.update(REMOVE, room.id(), room.version()) : upsert(room))
        .replaceWithVoid();
  }

  private static Uni<Integer> upsert(Room room) {
    return Statements.update(
        UPSERT,
        room.id(),
        room.kind().name(),
        room.version(),
        room.creatorId(),
        room.policy(),
        room.productIds().toArray(UUID[]::new),
        room.status().name());
  }
}
