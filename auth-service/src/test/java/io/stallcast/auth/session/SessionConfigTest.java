package io.stallcast.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.auth.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionConfigTest {
  @Test
  void livesAMonthIdleAndHalfAYearAtMost() {
    var config = Settings.defaults(SessionConfig.class);
    assertThat(config.grace()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.idleLifetime()).isEqualTo(Duration.ofDays(30));
    assertThat(config.lifetime()).isEqualTo(Duration.ofDays(180));
    assertThat(config.keepEnded()).isEqualTo(Duration.ofDays(7));
  }
}
