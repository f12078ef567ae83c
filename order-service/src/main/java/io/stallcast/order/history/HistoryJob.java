package io.stallcast.order.history;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.util.UUID;

/** Work on the list of orders that is put off. */
@OnTopic(Topic.ORDER_JOBS)
@RegisterForReflection
sealed interface HistoryJob {
  /**
   * Read the next orders into the shadow, or swap it in where there are none.
   *
   * @param runId the rebuild that it is part of
   * @param after the last order that was read
   */
  @RegisterForReflection
  @EventType("order.history-rebuild-batch")
  record RebuildBatch(UUID runId, UUID after) implements HistoryJob {}
}
