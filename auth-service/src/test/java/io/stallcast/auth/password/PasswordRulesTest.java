package io.stallcast.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stallcast.auth.Settings;
import io.stallcast.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final String EMAIL = "countess.lovelace@example.org";
  private final PasswordRules rules = new PasswordRules(Settings.defaults(PasswordConfig.class));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a long sentence of mine",
        "x7#kQ9!mZ2",
        "\u00fcnic\u00f6de \ud83d\ude80\ud83c\udf0d",
        "          abc"
      })
  void acceptsWhatIsLongAndUncommon(String password) {
    assertThatNoException().isThrownBy(() -> rules.require(password, EMAIL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "too short",
        "\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80",
        "Password1234",
        "QWERTYUIOP",
        "abababababab",
        EMAIL,
        "Countess.Lovelace"
      })
  void refusesWhatIsGuessedEasily(String password) {
    assertThatThrownBy(() -> rules.require(password, EMAIL))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.violations()).extracting("field").containsOnly("password"));
  }

  @Test
  void refusesWhatIsTooLongToHashForStrangers() {
    assertThatThrownBy(() -> rules.require("abcd".repeat(33), EMAIL))
        .hasMessageContaining("at most 128");
  }
}
