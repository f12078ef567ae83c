package io.stallcast.streaming.reaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import java.util.Map;
import java.util.UUID;

/** What pods tell one another about reactions. Topic {@code streaming.audience}. */
sealed interface ReactionEvent {

  /** How often each emoji was sent on one pod since it said so last. */
  @RegisterForReflection
  @EventType("audience.reacted")
  record Reacted(UUID streamId, Map<String, Integer> counts) implements ReactionEvent {}
}
