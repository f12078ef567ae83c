package io.stallcast.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.auth.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleConfigTest {
  @Test
  void leavesRoomForErrorsAndNoneForGuessing() {
    var config = Settings.defaults(ThrottleConfig.class);
    assertThat(config.window()).isEqualTo(Duration.ofMinutes(15));
    assertThat(config.perAccount()).isEqualTo(10);
    assertThat(config.perAddress()).isEqualTo(100);
  }
}
