package io.stallcast.order.saga;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** How far a step of a saga has come. */
@RegisterForReflection
public enum StepStatus {
  PENDING,
  RUNNING,
  SUCCEEDED,
  /** Refused, or given up. */
  FAILED,
  /** Had succeeded, and is undone. */
  COMPENSATED,
  /** Not needed. */
  SKIPPED;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
