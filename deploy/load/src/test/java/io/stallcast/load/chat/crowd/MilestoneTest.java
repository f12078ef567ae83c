package io.stallcast.load.chat.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MilestoneTest {
  private final Milestone tried =
      new Milestone(Milestone.TRIED, Map.of("inFlight", 16.0, "perSecond", 12345.5));

  @Test
  void isReadAsItWasWritten() {
    assertThat(Milestone.parse(tried.line())).contains(tried);
  }

  @Test
  void mayHaveNoValues() {
    assertThat(Milestone.parse("milestone begin-idle"))
        .contains(new Milestone("begin-idle", Map.of()));
  }

  @Test
  void isNoOtherLine() {
    assertThat(Milestone.parse("21:00 WARN milestones are far")).isEmpty();
    assertThat(Milestone.parse("")).isEmpty();
  }
}
