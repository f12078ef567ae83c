package io.stallcast.auth.following;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.time.Instants;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Shows creators to whoever asks. */
@ApplicationScoped
class ShowingCreators {
  private static final String CREATOR =
      """
      select a.id, a.display_name, coalesce(u.followers, 0) as followers,
             case when $2::uuid is not null then f.since is not null end as following
      from account a
      left join audience u on u.creator_id = a.id
      left join follow f on f.creator_id = a.id and f.follower_id = $2
      where a.id = $1 and 'creator' = any(a.roles)
      """;
  private static final String FOLLOWED =
      """
      select a.id, a.display_name, f.since
      from follow f join account a on a.id = f.creator_id
      where f.follower_id = $1 and f.since is not null and (f.since, f.creator_id) < ($2, $3)
      order by f.since desc, f.creator_id desc
      limit $4
      """;

  private final Pool pool;

  ShowingCreators(Pool pool) {
    this.pool = pool;
  }

  /**
   * A creator, or a 404.
   *
   * @param callerId null for an anonymous one
   */
  Uni<CreatorView> one(UUID id, UUID callerId) {
    return pool.preparedQuery(CREATOR).execute(Tuple.of(id, callerId)).map(ShowingCreators::single);
  }

  /** Whom a person follows, the latest first. */
  Uni<Page<FollowedCreator>> followedBy(UUID followerId, PageRequest page) {
    var before = page.cursor();
    var since = before.map(cursor -> cursor.instant(0)).orElse(Instants.DISTANT_FUTURE);
    var id = before.map(cursor -> cursor.uuid(1)).orElse(Identifiers.MAX);
    return pool.preparedQuery(FOLLOWED)
        .execute(Tuple.of(followerId, since.atOffset(ZoneOffset.UTC), id, page.limitPlusOne()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(FollowedCreator::of).toList())
        .map(rows -> Page.of(rows, page.limit(), FollowedCreator::cursor, creator -> creator));
  }

  private static CreatorView single(RowSet<Row> rows) {
    var row = rows.iterator();
    if (!row.hasNext()) {
      throw ProblemException.notFound("creator");
    }
    return CreatorView.of(row.next());
  }
}
