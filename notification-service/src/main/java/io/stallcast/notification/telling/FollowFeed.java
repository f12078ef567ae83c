package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.FollowEvent;
import io.stallcast.platform.event.auth.FollowEvent.Pair;
import io.stallcast.platform.event.auth.FollowEvent.UserFollowed;
import io.stallcast.platform.event.auth.FollowEvent.UserUnfollowed;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps who follows whom. */
@ApplicationScoped
class FollowFeed {
  private final Inbox inbox;
  private final Follows follows;

  FollowFeed(Inbox inbox, Follows follows) {
    this.inbox = inbox;
    this.follows = follows;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.FOLLOW_EVENTS, FollowEvent.class, this::apply);
  }

  @Incoming("follows")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<FollowEvent> event) {
    var pair = Pair.of(event.subject());
    return switch (event.data()) {
      case UserFollowed ignored -> follows.know(pair, event.sequence(), true);
      case UserUnfollowed ignored -> follows.know(pair, event.sequence(), false);
    };
  }
}
