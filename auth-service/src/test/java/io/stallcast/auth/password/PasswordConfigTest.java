package io.stallcast.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.auth.Settings;
import org.junit.jupiter.api.Test;

class PasswordConfigTest {
  @Test
  void hashesAsOwaspAdvises() {
    var config = Settings.defaults(PasswordConfig.class);
    assertThat(config.cost()).isEqualTo(new Argon2Cost(19456, 2, 1));
    assertThat(config.workers()).isEmpty();
    assertThat(config.waiting()).isEqualTo(64);
    assertThat(config.minLength()).isEqualTo(10);
  }
}
