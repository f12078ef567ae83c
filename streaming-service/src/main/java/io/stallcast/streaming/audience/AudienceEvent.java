package io.stallcast.streaming.audience;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * What pods tell one another about their viewers. Subject the pod's id, so that one pod's are heard
 * in their order.
 */
@OnTopic(Topic.STREAMING_AUDIENCE)
@RegisterForReflection
sealed interface AudienceEvent {
  UUID pod();

  /** Who came and went since the last second, by their keys. */
  @RegisterForReflection
  @EventType("audience.changed")
  record Changed(UUID pod, UUID streamId, long[] joined, long[] left) implements AudienceEvent {}

  /**
   * Who watches a stream on this pod; replaces all that was told of it.
   *
   * @param round which full count it is of
   * @param viewers their keys; null where they are too many
   * @param sketch of their keys, where they are too many; null otherwise
   */
  @RegisterForReflection
  @EventType("audience.present")
  record Present(
      UUID pod, long round, UUID streamId, @Nullable long[] viewers, @Nullable byte[] sketch)
      implements AudienceEvent {}

  /**
   * The pod lives; once a second.
   *
   * @param round the full count that is complete with this: a stream that it did not name has no
   *     viewers on this pod; null where there was no full count
   */
  @RegisterForReflection
  @EventType("audience.beat")
  record Beat(UUID pod, @Nullable Long round) implements AudienceEvent {}

  /** The pod stops, and has no viewers any more. */
  @RegisterForReflection
  @EventType("audience.gone")
  record Gone(UUID pod) implements AudienceEvent {}
}
