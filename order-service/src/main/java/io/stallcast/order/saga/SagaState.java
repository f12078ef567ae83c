package io.stallcast.order.saga;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Set;

/** Where a saga stands. What may follow on what is said here, and nowhere else. */
@RegisterForReflection
public enum SagaState {
  /** Step by step towards the confirmed order. */
  RUNNING,
  /** Step by step back. */
  COMPENSATING,
  /** The order is confirmed. */
  COMPLETED,
  /** The order is cancelled, and nothing of it is left. */
  FAILED,
  /** An answer is missing for so long that an operator must know; it may still come. */
  STUCK;

  private Set<SagaState> next() {
    return switch (this) {
      case RUNNING -> Set.of(COMPENSATING, COMPLETED, STUCK);
      case COMPENSATING -> Set.of(FAILED, STUCK);
      case STUCK -> Set.of(RUNNING, COMPENSATING);
      case COMPLETED, FAILED -> Set.of();
    };
  }

  SagaState to(SagaState next) {
    if (!next().contains(next)) {
      throw new IllegalStateException("a saga that is " + this + " cannot become " + next);
    }
    return next;
  }

  boolean isOver() {
    return next().isEmpty();
  }

  /** The name on the wire. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
