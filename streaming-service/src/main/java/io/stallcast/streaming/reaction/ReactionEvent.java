package io.stallcast.streaming.reaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.util.Map;
import java.util.UUID;

/** What pods tell one another about reactions. */
@OnTopic(Topic.STREAMING_AUDIENCE)
@RegisterForReflection
sealed interface ReactionEvent {

  /** How often each emoji was sent on one pod since it said so last. */
  @RegisterForReflection
  @EventType("audience.reacted")
  record Reacted(UUID streamId, Map<String, Integer> counts) implements ReactionEvent {}
}
