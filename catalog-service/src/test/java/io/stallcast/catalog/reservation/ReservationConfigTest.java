package io.stallcast.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReservationConfigTest {
  @Test
  void hasDefaults() {
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(ReservationConfig.class)
            .addDiscoveredConverters()
            .build()
            .getConfigMapping(ReservationConfig.class);

    assertThat(config.priceGrace()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.timeToLive()).isEqualTo(Duration.ofMinutes(15));
  }
}
