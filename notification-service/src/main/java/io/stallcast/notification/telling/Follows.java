package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.auth.FollowEvent.Pair;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who follows whom. Its methods take part in the unit of work under way. */
@ApplicationScoped
class Follows {
  /** Smaller than every follower's id. */
  static final UUID NOBODY = new UUID(0, 0);

  private static final String KNOW =
      """
      insert into follow (creator_id, follower_id, sequence, active) values ($1, $2, $3, $4)
      on conflict (creator_id, follower_id) do update
      set sequence = excluded.sequence, active = excluded.active
      where follow.sequence < excluded.sequence
      """;
  private static final String FOLLOWERS =
      """
      select follower_id from follow
      where creator_id = $1 and follower_id > $2 and active
      order by follower_id limit $3
      """;
  private static final String DELETE_BY = "delete from follow where follower_id = $1";
  private static final String DELETE_OF =
      """
      delete from follow where creator_id = $1 and follower_id in (
        select follower_id from follow where creator_id = $1 limit $2)
      """;

  /** Takes over what is said of a pair, unless something newer is known. */
  Uni<Void> know(Pair pair, long sequence, boolean active) {
    return Statements.update(KNOW, pair.creatorId(), pair.followerId(), sequence, active)
        .replaceWithVoid();
  }

  /** The next of a creator's followers behind {@code after}, in the order of their ids. */
  Uni<List<UUID>> of(UUID creatorId, UUID after, int most) {
    return Statements.select(FOLLOWERS, creatorId, after, most)
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }

  /** Forgets whom someone follows. */
  Uni<Void> deleteBy(UUID followerId) {
    return Statements.update(DELETE_BY, followerId).replaceWithVoid();
  }

  /**
   * Forgets some of a creator's followers.
   *
   * @return how many
   */
  Uni<Integer> deleteOf(UUID creatorId, int most) {
    return Statements.update(DELETE_OF, creatorId, most);
  }
}
