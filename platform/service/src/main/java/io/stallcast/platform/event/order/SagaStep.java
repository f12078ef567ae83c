package io.stallcast.platform.event.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The steps of a purchase, in their order. The payment is the pivot. */
@RegisterForReflection
public enum SagaStep {
  @JsonProperty("reserve_inventory")
  RESERVE_INVENTORY,
  @JsonProperty("process_payment")
  PROCESS_PAYMENT,
  @JsonProperty("grant_access")
  GRANT_ACCESS,
  @JsonProperty("confirm_order")
  CONFIRM_ORDER
}
