package io.stallcast.chat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/**
 * What lasts in a room. Subject the room's id; the event's own id is the message's. Whoever appends
 * a record has seen that its author may do so; what becomes of it is decided by the records before
 * it alone, see {@link RoomState}.
 */
@OnTopic(Topic.CHAT_MESSAGES)
@RegisterForReflection
public sealed interface RoomRecord {
  /** On whose behalf it is: who has been silenced by then is not heard. */
  UUID by();

  /**
   * Somebody has said something.
   *
   * @param clientId by what the client knows it, and by what it is known again if it comes twice
   * @param replyTo the message that it answers; null where it answers none
   * @param mentions whom it names
   */
  @RegisterForReflection
  @EventType("chat.posted")
  record Posted(
      String clientId, Author author, String text, @Nullable UUID replyTo, List<UUID> mentions)
      implements RoomRecord {
    public Posted {
      author = author.interned();
      mentions = List.copyOf(mentions);
    }

    @Override
    public UUID by() {
      return author.id();
    }
  }

  @RegisterForReflection
  @EventType("chat.edited")
  record Edited(UUID messageId, UUID by, String text) implements RoomRecord {}

  @RegisterForReflection
  @EventType("chat.deleted")
  record Deleted(UUID messageId, UUID by, @Nullable String reason) implements RoomRecord {}

  /**
   * Somebody feels something about a message.
   *
   * @param withdrawn whether no longer
   */
  @RegisterForReflection
  @EventType("chat.reacted")
  record Reacted(UUID messageId, UUID by, String emoji, boolean withdrawn) implements RoomRecord {}

  /**
   * A message is shown above the others.
   *
   * @param messageId null where none is any more
   */
  @RegisterForReflection
  @EventType("chat.pinned")
  record Pinned(@Nullable UUID messageId, UUID by) implements RoomRecord {}

  /** Somebody may not write for some time. */
  @RegisterForReflection
  @EventType("chat.timed-out")
  record TimedOut(UUID userId, long seconds, UUID by, @Nullable String reason)
      implements RoomRecord {}

  /** Somebody may not be in the room. */
  @RegisterForReflection
  @EventType("chat.banned")
  record Banned(UUID userId, UUID by, @Nullable String reason) implements RoomRecord {}

  /** Somebody may be in the room, and write, again. */
  @RegisterForReflection
  @EventType("chat.unbanned")
  record Unbanned(UUID userId, UUID by) implements RoomRecord {}

  /**
   * Between two messages of one person lies so much time.
   *
   * @param seconds 0 where it may be none
   */
  @RegisterForReflection
  @EventType("chat.slowed")
  record Slowed(int seconds, UUID by) implements RoomRecord {}

  /** What may be said, and by whom, from now on. */
  @RegisterForReflection
  @EventType("chat.ruled")
  record Ruled(Rules rules, UUID by) implements RoomRecord {}

  /** Somebody moderates in the room from now on. */
  @RegisterForReflection
  @EventType("chat.moderator-named")
  record ModeratorNamed(UUID userId, UUID by) implements RoomRecord {}

  /** Somebody moderates no longer. */
  @RegisterForReflection
  @EventType("chat.moderator-dismissed")
  record ModeratorDismissed(UUID userId, UUID by) implements RoomRecord {}
}
