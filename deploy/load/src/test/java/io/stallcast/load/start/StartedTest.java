package io.stallcast.load.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartedTest {
  @Test
  void tellsTheMiddleOfEach() {
    var starts = List.of(new Started(3, 200), new Started(1, 240), new Started(2, 220));

    assertThat(Started.median(starts)).isEqualTo(new Started(2, 220));
  }
}
