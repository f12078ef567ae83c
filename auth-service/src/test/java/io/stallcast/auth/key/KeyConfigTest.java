package io.stallcast.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.auth.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyConfigTest {
  private final KeyConfig config = Settings.defaults(KeyConfig.class);

  @Test
  void givesTokensAQuarterOfAnHour() {
    assertThat(config.tokenLifetime()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void publishesKeysLongerThanAnyoneNeedsThem() {
    assertThat(config.publishAhead()).isGreaterThan(config.maxAge().multipliedBy(10));
    assertThat(config.publishAhead()).isGreaterThan(config.checkEvery().multipliedBy(10));
    assertThat(config.publishAfter()).isGreaterThan(config.tokenLifetime());
    assertThat(config.signingPeriod()).isEqualTo(Duration.ofDays(30));
  }
}
