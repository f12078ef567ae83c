package io.stallcast.streaming.audience;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is kept of the audiences of live streams; of others nothing is written. */
@ApplicationScoped
class StatisticsTable {
  private static final String ADD_VIEWERS =
      """
      insert into stream_viewer (stream_id, viewer)
      select s.id, n.viewer
      from unnest($1::uuid[], $2::bigint[]) as n (stream_id, viewer)
      join stream s on s.id = n.stream_id and s.status = 'LIVE'
      on conflict do nothing
      """;
  private static final String ADD_COUNTS =
      """
      insert into stream_statistics as known (stream_id, peak, watched_millis)
      select s.id, c.viewers, c.viewers * $3
      from unnest($1::uuid[], $2::bigint[]) as c (stream_id, viewers)
      join stream s on s.id = c.stream_id and s.status = 'LIVE'
      on conflict (stream_id) do update
      set peak = greatest(known.peak, excluded.peak),
          watched_millis = known.watched_millis + excluded.watched_millis
      """;
  private static final String READ =
      """
      select coalesce(t.peak, 0) as peak, coalesce(t.watched_millis, 0) as watched_millis,
             (select count(*) from stream_viewer v where v.stream_id = s.id) as viewers
      from stream s left join stream_statistics t on t.stream_id = s.id
      where s.id = $1 and s.creator_id = $2
      """;

  private final Pool pool;

  StatisticsTable(Pool pool) {
    this.pool = pool;
  }

  /**
   * What is kept of a stream.
   *
   * @param peak the most who watched at a time
   * @param unique everybody who ever watched
   * @param watched by all of them together
   */
  record Kept(long peak, long unique, Duration watched) {}

  /** Viewers by stream, whether they are known already or not. */
  Uni<Void> addViewers(Map<UUID, Set<Long>> newcomers) {
    var pairs =
        newcomers.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(key -> Map.entry(e.getKey(), key)))
            .toList();
    return pairs.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(ADD_VIEWERS)
            .execute(
                Tuple.of(
                    pairs.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                    pairs.stream().map(Map.Entry::getValue).toArray(Long[]::new)))
            .replaceWithVoid();
  }

  /** Viewers of each stream, who watched for so long. */
  Uni<Void> addCounts(Map<UUID, Long> viewers, Duration time) {
    var counts = viewers.entrySet().stream().toList();
    return counts.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(ADD_COUNTS)
            .execute(
                Tuple.of(
                    counts.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                    counts.stream().map(Map.Entry::getValue).toArray(Long[]::new),
                    time.toMillis()))
            .replaceWithVoid();
  }

  /** What is kept of {@code creator}'s stream; null where there is none. */
  Uni<Kept> read(UUID streamId, UUID creator) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(streamId, creator))
        .map(rows -> rows.size() == 0 ? null : kept(rows.iterator().next()));
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getLong("peak"),
        row.getLong("viewers"),
        Duration.ofMillis(row.getLong("watched_millis")));
  }
}
