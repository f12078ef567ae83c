package io.stallcast.chat;

import com.github.benmanes.caffeine.cache.Interner;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has written something, as others see it.
 *
 * @param badges what the author is in the room: creator, moderator, subscriber; empty for most
 */
@RegisterForReflection
public record Author(
    UUID id,
    String displayName,
    @Schema(description = "creator, moderator, subscriber; none for most") List<String> badges) {
  public static final String CREATOR = "creator";
  public static final String MODERATOR = "moderator";
  public static final String SUBSCRIBER = "subscriber";

  /** Few people write many messages. */
  private static final Interner<Author> INTERNER = Interner.newWeakInterner();

  private static final Set<String> IN_CHARGE = Set.of(CREATOR, MODERATOR);

  public Author {
    badges = List.copyOf(badges);
  }

  /** The one instance of all that are equal. */
  Author interned() {
    return INTERNER.intern(this);
  }

  /** Whether slow mode and the like are not for this author. */
  public boolean presides() {
    return !Collections.disjoint(badges, IN_CHARGE);
  }
}
