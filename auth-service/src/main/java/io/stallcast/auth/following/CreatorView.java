package io.stallcast.auth.following;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A creator as everybody sees them.
 *
 * @param following whether the caller follows them; null for nobody in particular
 */
@Schema(name = "Creator")
record CreatorView(
    UUID id,
    @Schema(examples = "Ada") String displayName,
    @Schema(examples = "1200") long followers,
    @Schema(
            nullable = true,
            description = "Whether you follow them; absent where you are not signed in")
        Boolean following) {

  static CreatorView of(Row row) {
    return new CreatorView(
        row.getUUID("id"),
        row.getString("display_name"),
        row.getLong("followers"),
        row.getBoolean("following"));
  }
}
