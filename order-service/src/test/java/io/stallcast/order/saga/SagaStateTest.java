package io.stallcast.order.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SagaStateTest {
  @ParameterizedTest
  @CsvSource({
    "RUNNING, COMPENSATING",
    "RUNNING, COMPLETED",
    "RUNNING, STUCK",
    "COMPENSATING, FAILED",
    "COMPENSATING, STUCK",
    "STUCK, RUNNING",
    "STUCK, COMPENSATING"
  })
  void goesItsWays(SagaState from, SagaState to) {
    assertThat(from.to(to)).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({"RUNNING, FAILED", "COMPENSATING, COMPLETED", "COMPENSATING, RUNNING"})
  void goesNoOther(SagaState from, SagaState to) {
    assertThatIllegalStateException().isThrownBy(() -> from.to(to));
  }

  @ParameterizedTest
  @EnumSource
  void staysAtItsEnd(SagaState next) {
    assertThatIllegalStateException().isThrownBy(() -> SagaState.COMPLETED.to(next));
    assertThatIllegalStateException().isThrownBy(() -> SagaState.FAILED.to(next));
  }

  @Test
  void isOverWhereNothingFollows() {
    assertThat(SagaState.values())
        .filteredOn(SagaState::isOver)
        .containsExactly(SagaState.COMPLETED, SagaState.FAILED);
  }
}
