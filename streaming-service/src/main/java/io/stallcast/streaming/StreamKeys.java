package io.stallcast.streaming;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** The keys of the streams, of which the database has the hashes alone. */
@ApplicationScoped
public class StreamKeys {
  private static final String ROLL =
      """
      insert into stream_key (stream_id, key_hash, made_at) values ($1, $2, $3)
      on conflict (stream_id) do update
      set key_hash = excluded.key_hash, made_at = excluded.made_at
      """;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  StreamKeys(Clock clock) {
    this.clock = clock;
  }

  /** Gives the stream a key, in the unit of work under way; the one before is worth nothing. */
  public Uni<StreamKey> roll(UUID streamId) {
    var key = StreamKey.make(random);
    return Statements.update(ROLL, streamId, key.hash(), clock.instant().atOffset(ZoneOffset.UTC))
        .replaceWith(key);
  }
}
