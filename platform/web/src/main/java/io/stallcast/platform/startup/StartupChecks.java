package io.stallcast.platform.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** Asks all checks and says all complaints at once, so that one start shows all that is wrong. */
class StartupChecks {
  private static final int BEFORE_ALL = 1;

  private final List<StartupCheck> checks;

  StartupChecks(@All List<StartupCheck> checks) {
    this.checks = checks;
  }

  void run(@Observes @Priority(BEFORE_ALL) StartupEvent event) {
    List<String> complaints =
        checks.stream().map(StartupCheck::complaint).flatMap(Optional::stream).toList();
    if (!complaints.isEmpty()) {
      throw new ConfigurationException("Cannot start: " + String.join(" ", complaints));
    }
  }
}
