package io.stallcast.order.saga;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened in a purchase, step by step. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Saga")
record SagaView(
    UUID orderId,
    SagaState state,
    List<StepRecord> steps,
    @Schema(description = "The trace under which it began, for those who look at traces")
        String traceId,
    Instant startedAt,
    @Schema(nullable = true) Instant endedAt,
    @JsonIgnore long version) {

  static SagaView of(Saga saga) {
    return new SagaView(
        saga.orderId(),
        saga.state(),
        saga.timeline().steps(),
        saga.traceId(),
        saga.startedAt(),
        saga.endedAt(),
        saga.version());
  }
}
