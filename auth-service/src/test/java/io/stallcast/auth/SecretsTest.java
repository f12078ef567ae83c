package io.stallcast.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final String SECRET = "a secret of at least 32 characters";

  @Test
  void complainsOfAMissingSecretInASentence() {
    var secrets = new Secrets(Settings.defaults(AuthConfig.class));
    assertThat(secrets.complaint())
        .hasValueSatisfying(
            sentence -> assertThat(sentence).startsWith("stallcast.auth.encryption-key must be"));
  }

  @Test
  void complainsOfAShortSecretWithoutTellingIt() {
    assertThat(Settings.secrets("short").complaint())
        .hasValueSatisfying(sentence -> assertThat(sentence).doesNotContain("short"));
  }

  @Test
  void givesEachPurposeAKeyOfItsOwn() {
    var secrets = Settings.secrets(SECRET);
    assertThat(secrets.complaint()).isEmpty();
    assertThat(secrets.keyFor("one")).hasSize(32).isEqualTo(secrets.keyFor("one"));
    assertThat(secrets.keyFor("one")).isNotEqualTo(secrets.keyFor("two"));
  }

  @Test
  void givesAnotherSecretOtherKeys() {
    assertThat(Settings.secrets(SECRET).keyFor("one"))
        .isNotEqualTo(Settings.secrets(SECRET + "!").keyFor("one"));
  }
}
