package io.stallcast.streaming;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What the database holds, for what no client can see. */
@ApplicationScoped
public class Rows {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Pool pool;

  Rows(Pool pool) {
    this.pool = pool;
  }

  public List<String> keyHashes(UUID streamId) {
    return strings("select key_hash from stream_key where stream_id = $1", streamId);
  }

  public int timers(String key) {
    return strings("select timer_key::text from outbox where timer_key = $1", key).size();
  }

  private List<String> strings(String sql, Object parameter) {
    var rows = pool.preparedQuery(sql).execute(Tuple.of(parameter)).await().atMost(SOON);
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList();
  }
}
