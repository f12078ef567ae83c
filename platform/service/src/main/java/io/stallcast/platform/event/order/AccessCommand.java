package io.stallcast.platform.event.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.util.List;
import java.util.UUID;

/**
 * What a saga asks of payment-service about entitlements. Subject the order's id. Each is
 * idempotent by order.
 */
@OnTopic(value = Topic.ACCESS_COMMANDS, by = "order-service")
@RegisterForReflection
public sealed interface AccessCommand {
  UUID orderId();

  Correlation correlation();

  /** Entitle the buyer to the products. Answered by {@link SagaReply.AccessGranted}. */
  @RegisterForReflection
  @EventType("access.grant")
  record GrantAccess(Correlation correlation, UUID orderId, UUID buyerId, List<OrderLine> lines)
      implements AccessCommand {}

  /**
   * End what the order entitles to; a grant that comes later has no effect. Answered by {@link
   * SagaReply.AccessRevoked}.
   */
  @RegisterForReflection
  @EventType("access.revoke")
  record RevokeAccess(Correlation correlation, UUID orderId) implements AccessCommand {}
}
