package io.stallcast.chat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has written something, as others see it.
 *
 * @param badges what the author is in the room: creator, moderator; empty for most
 */
@RegisterForReflection
public record Author(
    UUID id,
    String displayName,
    @Schema(description = "creator, moderator; none for most") List<String> badges) {
  public static final String CREATOR = "creator";
  public static final String MODERATOR = "moderator";

  public Author {
    badges = List.copyOf(badges);
  }

  /** Whether slow mode and the like are not for this author. */
  boolean isInCharge() {
    return !badges.isEmpty();
  }
}
