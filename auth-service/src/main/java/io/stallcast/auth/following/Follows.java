package io.stallcast.auth.following;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who follows whom, and the count of it. Every method belongs into a unit of work. */
@ApplicationScoped
class Follows {
  private static final String BEGIN =
      """
      with begun as (
        insert into follow (follower_id, creator_id, since, version) values ($1, $2, $3, 1)
        on conflict (follower_id, creator_id) do update
        set since = excluded.since, version = follow.version + 1
        where follow.since is null
        returning creator_id, version),
      counted as (
        insert into audience (creator_id, followers) select creator_id, 1 from begun
        on conflict (creator_id) do update set followers = audience.followers + 1)
      select version from begun
      """;
  private static final String END =
      """
      with ended as (
        update follow set since = null, version = version + 1
        where follower_id = $1 and creator_id = $2 and since is not null
        returning creator_id, version),
      counted as (
        update audience set followers = followers - 1
        from ended where audience.creator_id = ended.creator_id)
      select version from ended
      """;

  /** The pair's new version; empty where the follower was one before. */
  Uni<Optional<Long>> begin(UUID followerId, UUID creatorId, Instant now) {
    return Statements.select(BEGIN, followerId, creatorId, now.atOffset(ZoneOffset.UTC))
        .map(Follows::version);
  }

  /** The pair's new version; empty where there was nothing to end. */
  Uni<Optional<Long>> end(UUID followerId, UUID creatorId) {
    return Statements.select(END, followerId, creatorId).map(Follows::version);
  }

  private static Optional<Long> version(List<Object[]> rows) {
    return rows.stream().findFirst().map(row -> (Long) row[0]);
  }
}
