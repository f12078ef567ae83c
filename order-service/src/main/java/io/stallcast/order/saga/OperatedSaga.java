package io.stallcast.order.saga;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.order.SagaStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A purchase that is not over, as operators see it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OperatedSaga")
record OperatedSaga(
    UUID orderId,
    UUID buyerId,
    SagaState state,
    @Schema(description = "What it waits for, or for the undoing of what") SagaStep step,
    @Schema(description = "How often that was asked for", examples = "12") int tries,
    @Schema(description = "Since when that is asked for") Instant askedSince,
    @Schema(
            nullable = true,
            description = "Why it is stuck, or undone",
            examples = {"no_answer", "aborted_by_operator"})
        String error,
    Instant startedAt,
    @Schema(description = "Since it began", examples = "960") long ageSeconds,
    List<StepRecord> steps,
    @Schema(description = "The trace under which it began") String traceId) {

  static OperatedSaga of(Saga saga, Instant now) {
    return new OperatedSaga(
        saga.orderId(),
        saga.buyerId(),
        saga.state(),
        saga.step(),
        saga.tries(),
        saga.askedSince(),
        saga.error(),
        saga.startedAt(),
        Duration.between(saga.startedAt(), now).toSeconds(),
        saga.timeline().steps(),
        saga.traceId());
  }
}
