package io.stallcast.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class StreamKeyTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void isKnownByItsPrefixAndNothingElse() {
    var key = StreamKey.make(random);

    assertThat(key.value()).matches("live_[A-Za-z0-9_-]{32}");
    assertThat(key.value()).isNotEqualTo(StreamKey.make(random).value());
  }

  @Test
  void isKeptAsAHash() {
    var key = StreamKey.make(random);

    assertThat(key.hash()).hasSize(43).isEqualTo(new StreamKey(key.value()).hash());
    assertThat(key.toString()).doesNotContain(key.value());
  }
}
