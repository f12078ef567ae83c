package io.stallcast.auth.following;

import io.stallcast.platform.paging.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator whom the caller follows. */
@Schema(name = "FollowedCreator")
record FollowedCreator(UUID id, @Schema(examples = "Ada") String displayName, Instant since) {

  static FollowedCreator of(Row row) {
    return new FollowedCreator(
        row.getUUID("id"),
        row.getString("display_name"),
        row.getOffsetDateTime("since").toInstant());
  }

  Cursor cursor() {
    return Cursor.of(since, id);
  }
}
