package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the whole takes of a machine. */
class BudgetIT {
  private static final double MOST_GIB = 3.2;

  @Test
  void stackFitsIntoSmallMachine() {
    RunningStack stack = RunningStack.get();
    double gib = stack.residentKib() / 1024.0 / 1024.0;

    System.out.printf(
        Locale.ROOT,
        "The stack was ready after %.1f s and held %.2f GiB.%n",
        stack.readyAfter().toMillis() / 1000.0,
        gib);

    assertThat(gib).isPositive().isLessThan(MOST_GIB);
  }
}
