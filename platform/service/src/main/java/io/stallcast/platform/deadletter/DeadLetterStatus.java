package io.stallcast.platform.deadletter;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a dead letter stands. */
@RegisterForReflection
public enum DeadLetterStatus {
  /** Waits for an operator; the first of its key. */
  OPEN("d.settledAt is null and not d.replaying and not d.parked"),
  /** Is well, as far as anybody knows, and waits behind one that is not. */
  PARKED("d.settledAt is null and not d.replaying and d.parked"),
  /** Is to be replayed, or is being. */
  REPLAYING("d.settledAt is null and d.replaying"),
  /** Its consumer has applied it. */
  REPLAYED("d.settledAt is not null and not d.discarded"),
  /** An operator has given it up. */
  DISCARDED("d.discarded");

  private final String condition;

  DeadLetterStatus(String condition) {
    this.condition = condition;
  }

  /** What holds for its letters, in terms of {@link DeadLetter} {@code d}. */
  public String condition() {
    return condition;
  }

  /** The name on the wire. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a label.
   *
   * @throws ProblemException 400 where it is none
   */
  public static DeadLetterStatus of(String label) {
    return Arrays.stream(values())
        .filter(status -> status.label().equals(label))
        .findFirst()
        .orElseThrow(() -> ProblemException.invalid("status", "must be one of " + labels()));
  }

  private static String labels() {
    return Arrays.stream(values()).map(DeadLetterStatus::label).collect(Collectors.joining(", "));
  }
}
