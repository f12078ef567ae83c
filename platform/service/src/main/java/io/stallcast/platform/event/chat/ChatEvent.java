package io.stallcast.platform.event.chat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * What happened in a room that is of use elsewhere. Subject the room's id, which is its stream's;
 * sequence the position in the room's log. Every message by itself is in that log alone.
 */
@OnTopic(value = Topic.CHAT_EVENTS, by = "chat-service")
@RegisterForReflection
public sealed interface ChatEvent {
  /**
   * Somebody was named in a message.
   *
   * @param userId who
   * @param authorName as others see the author
   * @param text of the message
   */
  @RegisterForReflection
  @EventType("chat.user.mentioned")
  record UserMentioned(
      UUID roomId, UUID messageId, UUID authorId, String authorName, UUID userId, String text)
      implements ChatEvent {}

  /**
   * Somebody may not be in a room any more.
   *
   * @param by who decided so
   * @param reason null where none was given
   */
  @RegisterForReflection
  @EventType("chat.user.banned")
  record UserBanned(UUID roomId, UUID userId, UUID by, @Nullable String reason)
      implements ChatEvent {}

  /**
   * A message is gone.
   *
   * @param by its author, or somebody who keeps order
   */
  @RegisterForReflection
  @EventType("chat.message.deleted")
  record MessageDeleted(UUID roomId, UUID messageId, UUID by) implements ChatEvent {}
}
