package io.stallcast.platform.event.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.util.List;
import java.util.UUID;

/**
 * What a saga asks of catalog-service. Subject the order's id. Each is idempotent by order; a
 * release that comes before its reservation refuses it for good.
 */
@OnTopic(value = Topic.INVENTORY_COMMANDS, by = "order-service")
@RegisterForReflection
public sealed interface InventoryCommand {
  UUID orderId();

  Correlation correlation();

  /**
   * Hold the units of all lines, or of none. Answered by {@link SagaReply.InventoryReserved} or
   * {@link SagaReply.InventoryRejected}.
   */
  @RegisterForReflection
  @EventType("inventory.reserve")
  record ReserveInventory(
      Correlation correlation, UUID orderId, UUID buyerId, List<OrderLine> lines)
      implements InventoryCommand {}

  /** Turn the held units into sold ones. Answered by {@link SagaReply.InventoryCommitted}. */
  @RegisterForReflection
  @EventType("inventory.commit")
  record CommitInventory(Correlation correlation, UUID orderId) implements InventoryCommand {}

  /**
   * Give the units back, even where they are sold: a saga that is undone has not told the buyer.
   * Answered by {@link SagaReply.InventoryReleased}.
   */
  @RegisterForReflection
  @EventType("inventory.release")
  record ReleaseInventory(Correlation correlation, UUID orderId) implements InventoryCommand {}
}
