package io.stallcast.notification;

import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.FollowEvent.Pair;
import io.stallcast.platform.event.auth.FollowEvent.UserFollowed;
import io.stallcast.platform.event.auth.FollowEvent.UserUnfollowed;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.event.streaming.StreamEvent.Access;
import io.stallcast.platform.event.streaming.StreamEvent.StreamReminderDue;
import io.stallcast.platform.event.streaming.StreamEvent.StreamStarted;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A stream of a creator's, and the events that others publish of it and of who follows them. */
public record Broadcast(UUID streamId, UUID creatorId) {
  public static final String TITLE = "An evening <live>";

  public static Broadcast by(Person creator) {
    return new Broadcast(Identifiers.next(), creator.id());
  }

  public Broadcast followedBy(Person follower) {
    return followedBy(follower, 1);
  }

  public Broadcast followedBy(Person follower, long sequence) {
    var pair = new Pair(follower.id(), creatorId);
    var followed = new UserFollowed(follower.id(), creatorId, Instant.now());
    TestEvents.send(Topic.FOLLOW_EVENTS, pair.subject(), sequence, followed);
    return this;
  }

  public Broadcast unfollowedBy(Person follower, long sequence) {
    var pair = new Pair(follower.id(), creatorId);
    TestEvents.send(Topic.FOLLOW_EVENTS, pair.subject(), sequence, new UserUnfollowed());
    return this;
  }

  public UUID begin() {
    return begin(Instant.now(), Identifiers.next());
  }

  public UUID begin(Instant startedAt, UUID eventId) {
    return TestEvents.send(
        Topic.STREAMING_EVENTS, streamId, 2, new StreamStarted(stream(startedAt)), eventId);
  }

  public void remind(Person viewer, Instant scheduledFor) {
    TestEvents.send(
        Topic.STREAMING_EVENTS,
        streamId,
        1,
        new StreamReminderDue(streamId, creatorId, TITLE, scheduledFor, viewer.id()));
  }

  private StreamEvent.Stream stream(Instant startedAt) {
    return new StreamEvent.Stream(
        streamId,
        2,
        creatorId,
        TITLE,
        null,
        null,
        null,
        "live",
        new Access("free", List.of()),
        null,
        startedAt,
        null,
        startedAt,
        null);
  }
}
