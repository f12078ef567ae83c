package io.stallcast.order.saga;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.order.SagaStep;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a step.
 *
 * @param attempts how often it was asked for; its compensation does not count
 * @param endedAt when it was decided; of a compensated step, when it was undone
 * @param error code of the failure
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PurchaseStep")
record StepRecord(
    SagaStep name,
    StepStatus status,
    int attempts,
    @Schema(nullable = true) Instant startedAt,
    @Schema(nullable = true) Instant endedAt,
    @Schema(nullable = true) String error) {

  static StepRecord pending(SagaStep name) {
    return new StepRecord(name, StepStatus.PENDING, 0, null, null, null);
  }

  StepRecord started(Instant now) {
    return new StepRecord(name, StepStatus.RUNNING, 1, now, null, null);
  }

  StepRecord askedAgain() {
    return new StepRecord(name, status, attempts + 1, startedAt, endedAt, error);
  }

  StepRecord ended(StepStatus how, String code, Instant now) {
    return new StepRecord(name, how, attempts, startedAt, now, code);
  }

  StepRecord stuck(String code) {
    return new StepRecord(name, StepStatus.FAILED, attempts, startedAt, null, code);
  }

  StepRecord resumed() {
    return new StepRecord(name, StepStatus.RUNNING, attempts, startedAt, null, null);
  }

  /** A step that failed stays so: what is undone then is what it may have left behind. */
  StepRecord undone(Instant now) {
    return status == StepStatus.SUCCEEDED ? ended(StepStatus.COMPENSATED, error, now) : this;
  }
}
