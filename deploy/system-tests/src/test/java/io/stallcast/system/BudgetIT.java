package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.stack.Progress;
import io.stallcast.stack.Stack;
import io.stallcast.stack.StackSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What the whole takes of a machine, as people start it: one pod of each service, no setting
 * changed. It is a stack of its own, started before the one that all others share, and ended when
 * it is weighed; what classes its JVMs had in memory they leave to those of the next.
 */
@Order(1)
class BudgetIT {
  private static final double MOST_GIB = 3.2;

  @Test
  void stackFitsIntoSmallMachine() {
    long since = System.nanoTime();
    double gib;
    Duration readyAfter;
    var settings =
        StackSettings.temporary(RunningStack.repository())
            .jvm(List.of("-XX:+AutoCreateSharedArchive"));
    try (Stack stack = Stack.start(settings, Progress.SILENT)) {
      readyAfter = Duration.ofNanos(System.nanoTime() - since);
      gib = stack.residentKib() / 1024.0 / 1024.0;
    }

    System.out.printf(
        Locale.ROOT,
        "The stack was ready after %.1f s and held %.2f GiB.%n",
        readyAfter.toMillis() / 1000.0,
        gib);

    assertThat(gib).isPositive().isLessThan(MOST_GIB);
  }
}
