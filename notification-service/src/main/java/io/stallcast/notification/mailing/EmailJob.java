package io.stallcast.notification.mailing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.outbox.OutboxMessage;
import java.time.Instant;
import java.util.UUID;

/** Work on e-mails that the service puts off to itself. */
@OnTopic(Topic.NOTIFICATION_JOBS)
@RegisterForReflection
sealed interface EmailJob {

  /** Send an e-mail, if it is still queued. */
  @RegisterForReflection
  @EventType("email.send")
  record SendEmail(UUID emailId) implements EmailJob {

    /** To be done at once. */
    public OutboxMessage now() {
      return OutboxMessage.of(Topic.NOTIFICATION_JOBS, emailId, 0, this);
    }

    /** To be done at that time; it replaces one that waits. */
    public OutboxMessage at(Instant time) {
      return now().at(time, timerKey());
    }

    /** The name of the one that waits. */
    public String timerKey() {
      return "email-" + emailId;
    }
  }
}
