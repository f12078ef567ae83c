package io.stallcast.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AtOnceTest {
  @Test
  void beginsAllOfThemBeforeItWaitsForOne() throws Throwable {
    var meeting = new CyclicBarrier(2);
    Executable comesToIt = () -> meeting.await(10, TimeUnit.SECONDS);

    List<DynamicTest> begun =
        AtOnce.begun(dynamicTest("one", comesToIt), dynamicTest("other", comesToIt)).toList();

    for (DynamicTest test : begun) {
      test.getExecutable().execute();
    }
    assertThat(begun).extracting(DynamicTest::getDisplayName).containsExactly("one", "other");
  }

  @Test
  void failsWithWhatTheTestFailsWith() {
    var failure = new AssertionError("expected: 1");

    DynamicTest begun =
        AtOnce.begun(
                dynamicTest(
                    "fails",
                    () -> {
                      throw failure;
                    }))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> begun.getExecutable().execute()).isSameAs(failure);
  }
}
