package io.stallcast.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailingConfigTest {
  private final MailingConfig config =
      new SmallRyeConfigBuilder()
          .withMapping(MailingConfig.class)
          .addDiscoveredConverters()
          .build()
          .getConfigMapping(MailingConfig.class);

  @Test
  void hasDefaultsForTheLocalStack() {
    assertThat(config.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(config.mail().domain()).isEqualTo("stallcast.local");
    assertThat(config.mail().concurrency()).isEqualTo(8);
    assertThat(config.mail().lease()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void pausesGrowUpToTheLongest() {
    assertThat(IntStream.rangeClosed(1, 12).mapToObj(tries -> config.mail().pauseAfter(tries, 0)))
        .startsWith(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45))
        .endsWith(Duration.ofHours(6));
  }

  @Test
  void allTriesTakeMostOfADayAndNoMore() {
    var all =
        IntStream.range(1, config.mail().tries())
            .mapToObj(tries -> config.mail().pauseAfter(tries, 0))
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isBetween(Duration.ofHours(20), Duration.ofHours(24));
  }

  @Test
  void chanceShortensAPauseByUpToAFifth() {
    assertThat(config.mail().pauseAfter(1, 1)).isEqualTo(Duration.ofSeconds(4));
    assertThat(config.mail().pauseAfter(1, 0.5)).isEqualTo(Duration.ofMillis(4500));
  }
}
