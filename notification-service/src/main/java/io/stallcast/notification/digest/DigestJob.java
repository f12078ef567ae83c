package io.stallcast.notification.digest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.outbox.OutboxMessage;
import java.time.Instant;
import java.util.UUID;

/** Digests that wait for their time. */
@OnTopic(Topic.NOTIFICATION_JOBS)
@RegisterForReflection
sealed interface DigestJob {

  /** End a digest, and mail what is in it. */
  @RegisterForReflection
  @EventType("digest.due")
  record DigestDue(UUID digestId) implements DigestJob {

    OutboxMessage at(Instant time) {
      return OutboxMessage.of(Topic.NOTIFICATION_JOBS, digestId, 0, this)
          .at(time, "digest-" + digestId);
    }
  }
}
