package io.stallcast.notification.push;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.outbox.OutboxMessage;
import java.time.Instant;
import java.util.UUID;

/** Pushes that the service puts off to itself. */
@OnTopic(Topic.NOTIFICATION_JOBS)
@RegisterForReflection
sealed interface PushJob {

  /**
   * Push a notification to a browser.
   *
   * @param tries how often that was tried in vain
   */
  @RegisterForReflection
  @EventType("push.send")
  record SendPush(UUID notificationId, UUID subscriptionId, int tries) implements PushJob {

    /** To be done at that time; it replaces one that waits. */
    OutboxMessage at(Instant time) {
      return OutboxMessage.of(Topic.NOTIFICATION_JOBS, notificationId, 0, this)
          .at(time, timerKey());
    }

    /** The name of the one that waits. */
    String timerKey() {
      return "push-" + notificationId + "-" + subscriptionId;
    }
  }
}
