package io.stallcast.platform.event.auth;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.time.Instant;
import java.util.UUID;

/**
 * Who follows whom. Subject {@link Pair#subject() follower:creator}, sequence the pair's version,
 * which goes on rising when somebody follows again.
 */
@OnTopic(value = Topic.FOLLOW_EVENTS, by = "auth-service")
@RegisterForReflection
public sealed interface FollowEvent {

  /** A follower and a creator: what an event is about. */
  record Pair(UUID followerId, UUID creatorId) {
    /** The key under which the pair travels: {@code follower:creator}. */
    public String subject() {
      return followerId + ":" + creatorId;
    }

    /**
     * Reads a subject.
     *
     * @throws InvalidRecordException if it is none
     */
    public static Pair of(String subject) {
      var ids = subject.split(":", 2);
      try {
        return new Pair(UUID.fromString(ids[0]), UUID.fromString(ids[ids.length - 1]));
      } catch (IllegalArgumentException e) {
        throw new InvalidRecordException("subject is not follower:creator: " + subject, e);
      }
    }
  }

  /** From now on the follower wants to hear of the creator. */
  @RegisterForReflection
  @EventType("user.followed")
  record UserFollowed(UUID followerId, UUID creatorId, Instant since) implements FollowEvent {}

  /** No longer; the topic forgets the pair. */
  @RegisterForReflection
  @EventType(value = "user.unfollowed", tombstone = true)
  record UserUnfollowed() implements FollowEvent {}
}
