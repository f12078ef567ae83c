package io.stallcast.order.saga;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.order.SagaStep;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What became of each step, in the order of the steps. Immutable. */
@RegisterForReflection
record Timeline(@JsonValue List<StepRecord> steps) {
  @JsonCreator
  Timeline {
    steps = List.copyOf(steps);
  }

  static Timeline allPending() {
    return new Timeline(Arrays.stream(SagaStep.values()).map(StepRecord::pending).toList());
  }

  StepRecord of(SagaStep step) {
    return steps.stream().filter(s -> s.name() == step).findFirst().orElseThrow();
  }

  /** Where what was not begun is not needed any more. */
  Timeline withoutPending(Instant now) {
    return new Timeline(
        steps.stream()
            .map(s -> s.status() == StepStatus.PENDING ? s.ended(StepStatus.SKIPPED, null, now) : s)
            .toList());
  }

  Timeline with(SagaStep step, UnaryOperator<StepRecord> change) {
    return new Timeline(steps.stream().map(s -> s.name() == step ? change.apply(s) : s).toList());
  }
}
