package io.stallcast.streaming;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.util.UUID;

/** What this service has put off to itself. Subject the stream's id. */
@OnTopic(Topic.STREAMING_JOBS)
@RegisterForReflection
public sealed interface StreamJob {

  /** Those who wanted to be reminded of the stream are to be told. */
  @RegisterForReflection
  @EventType("streaming.reminders-due")
  record RemindersDue(UUID streamId) implements StreamJob {}
}
