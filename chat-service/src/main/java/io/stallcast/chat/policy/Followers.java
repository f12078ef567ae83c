package io.stallcast.chat.policy;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.auth.FollowEvent.Pair;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The read model of who follows whom. */
@ApplicationScoped
class Followers {
  private static final String UPSERT =
      """
      insert into following (follower_id, creator_id, version, follows) values ($1, $2, $3, $4)
      on conflict (follower_id, creator_id) do update
      set version = excluded.version, follows = excluded.follows
      where following.version < excluded.version
      """;

  private static final String FOLLOWS =
      "select 1 from following where follower_id = $1 and creator_id = $2 and follows";

  private final Pool pool;

  Followers(Pool pool) {
    this.pool = pool;
  }

  /** Whether somebody follows a creator; outside any unit of work. */
  Uni<Boolean> follows(UUID follower, UUID creator) {
    return pool.preparedQuery(FOLLOWS)
        .execute(Tuple.of(follower, creator))
        .map(rows -> rows.size() > 0);
  }

  /** Remembers it, unless something as new or newer is known. */
  Uni<Void> put(Pair pair, long version, boolean follows) {
    return Statements.update(UPSERT, pair.followerId(), pair.creatorId(), version, follows)
        .replaceWithVoid();
  }
}
