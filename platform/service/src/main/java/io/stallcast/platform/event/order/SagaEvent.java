package io.stallcast.platform.event.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.time.Instant;
import java.util.UUID;

/** The life of a saga. Subject the order's id, sequence the saga's version. */
@OnTopic(value = Topic.SAGA_EVENTS, by = "order-service")
@RegisterForReflection
public sealed interface SagaEvent {

  @RegisterForReflection
  @EventType("saga.started")
  record SagaStarted(UUID sagaId, UUID orderId, Instant at) implements SagaEvent {}

  @RegisterForReflection
  @EventType("saga.step-completed")
  record SagaStepCompleted(UUID sagaId, UUID orderId, SagaStep step, int attempts, Instant at)
      implements SagaEvent {}

  @RegisterForReflection
  @EventType("saga.compensating")
  record SagaCompensating(UUID sagaId, UUID orderId, SagaStep failedStep, String code, Instant at)
      implements SagaEvent {}

  @RegisterForReflection
  @EventType("saga.completed")
  record SagaCompleted(UUID sagaId, UUID orderId, Instant at) implements SagaEvent {}

  @RegisterForReflection
  @EventType("saga.failed")
  record SagaFailed(UUID sagaId, UUID orderId, String code, Instant at) implements SagaEvent {}

  /** A step after the payment keeps failing; an operator is needed. */
  @RegisterForReflection
  @EventType("saga.stuck")
  record SagaStuck(UUID sagaId, UUID orderId, SagaStep step, Instant at) implements SagaEvent {}
}
