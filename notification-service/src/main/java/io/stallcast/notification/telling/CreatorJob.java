package io.stallcast.notification.telling;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.outbox.OutboxMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * Work on all who follow a creator, some at a time: each leaves a next one for the rest. Subject
 * the creator's id.
 */
@OnTopic(Topic.NOTIFICATION_JOBS)
@RegisterForReflection
sealed interface CreatorJob {
  UUID creatorId();

  /** To be done at once. */
  default OutboxMessage now() {
    return OutboxMessage.of(Topic.NOTIFICATION_JOBS, creatorId(), 0, this);
  }

  /**
   * Tell the followers that their creator is live.
   *
   * @param eventId of the stream's start
   * @param after those up to this one have been told
   */
  @RegisterForReflection
  @EventType("followers.tell")
  record TellFollowers(
      UUID eventId, UUID creatorId, UUID streamId, String title, Instant startedAt, UUID after)
      implements CreatorJob {
    static TellFollowers of(Envelope<?> event, StreamEvent.Stream stream) {
      return new TellFollowers(
          event.id(),
          stream.creatorId(),
          stream.id(),
          stream.title(),
          stream.startedAt(),
          Follows.NOBODY);
    }

    TellFollowers from(UUID last) {
      return new TellFollowers(eventId, creatorId, streamId, title, startedAt, last);
    }
  }

  /** Forget who followed an erased creator, and what was told of them. */
  @RegisterForReflection
  @EventType("creator.forget")
  record ForgetCreator(UUID creatorId) implements CreatorJob {}
}
