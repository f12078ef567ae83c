package io.stallcast.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

  @Test
  void countsWhatAProcessHasUsed() {
    assertThat(ProcessorTime.seconds(ProcessHandle.current().pid())).isPositive();
  }

  @Test
  void countsWhatItsCompilersHaveUsed() {
    long pid = ProcessHandle.current().pid();

    assertThat(ProcessorTime.compiling(pid)).isPositive().isLessThan(ProcessorTime.seconds(pid));
  }

  @Test
  void countsNothingForAProcessThatIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();

    assertThat(ProcessorTime.seconds(gone.pid())).isZero();
    assertThat(ProcessorTime.compiling(gone.pid())).isZero();
  }

  @Test
  void tellsWhatWasUsedSince() {
    var before = new ProcessorTime(Map.of("order-service", 2.0), 1.5);
    var after = new ProcessorTime(Map.of("order-service", 5.0, "load", 1.0), 2.0);

    assertThat(after.since(before).seconds()).isEqualTo(Map.of("order-service", 3.0, "load", 1.0));
    assertThat(after.since(before).total()).isEqualTo(4.0);
    assertThat(after.since(before).compiling()).isEqualTo(0.5);
  }
}
