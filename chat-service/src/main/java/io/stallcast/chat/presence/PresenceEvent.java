package io.stallcast.chat.presence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.util.Set;
import java.util.UUID;

/** What pods tell one another. Subject the room's id. */
@OnTopic(Topic.CHAT_PRESENCE)
@RegisterForReflection
sealed interface PresenceEvent {
  /**
   * So many are in a room by way of a pod.
   *
   * @param people a key for each account, so that nobody counts twice; of a few only
   * @param others how many there are besides
   */
  @RegisterForReflection
  @EventType("chat.here")
  record Here(UUID podId, Set<Long> people, long others) implements PresenceEvent {
    static final int MOST_PEOPLE = 1000;
  }

  /** Somebody writes. */
  @RegisterForReflection
  @EventType("chat.typing")
  record Typing(UUID userId) implements PresenceEvent {}
}
