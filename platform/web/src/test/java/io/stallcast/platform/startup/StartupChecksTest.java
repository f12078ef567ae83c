package io.stallcast.platform.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartupChecksTest {
  private static final StartupCheck FINE = Optional::empty;

  @Test
  void saysAllComplaintsAtOnce() {
    List<StartupCheck> checks =
        List.of(() -> Optional.of("Set a."), FINE, () -> Optional.of("Set b."));

    assertThatThrownBy(() -> new StartupChecks(checks).run(new StartupEvent()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("Cannot start: Set a. Set b.");
  }

  @Test
  void startsWhereNothingIsWrong() {
    assertThatCode(() -> new StartupChecks(List.of(FINE)).run(new StartupEvent()))
        .doesNotThrowAnyException();
  }
}
