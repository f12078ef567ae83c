package io.stallcast.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stallcast.auth.Passwords.Verdict;
import io.stallcast.auth.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HashedPasswordsTest {
  private final HashedPasswords passwords = ofMemory("64");

  @Test
  void saltsEachHash() {
    assertThat(hash("a password")).isNotEqualTo(hash("a password"));
  }

  @Test
  void tellsRightFromWrong() {
    assertThat(verify("a password", hash("a password"))).isEqualTo(Verdict.RIGHT);
    assertThat(verify("another one", hash("a password"))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void takesTheSameTextTypedInAnotherForm() {
    String composed = "caf\u00e9 au lait";
    String decomposed = "cafe\u0301 au lait";
    assertThat(verify(decomposed, hash(composed))).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void wantsAHashOfAnotherCostReplaced() {
    String dated = ofMemory("128").hash("a password").await().indefinitely();
    assertThat(verify("a password", dated)).isEqualTo(Verdict.RIGHT_BUT_DATED);
    assertThat(verify("another one", dated)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void findsEveryPasswordOfNobodyWrong() {
    assertThat(passwords.verify("\u0000", Optional.empty()).await().indefinitely())
        .isEqualTo(Verdict.WRONG);
  }

  private String hash(String password) {
    return passwords.hash(password).await().indefinitely();
  }

  private Verdict verify(String password, String hash) {
    return passwords.verify(password, Optional.of(hash)).await().indefinitely();
  }

  private static HashedPasswords ofMemory(String kib) {
    var config =
        Settings.with(PasswordConfig.class, Map.of("stallcast.auth.passwords.memory-kib", kib));
    return new HashedPasswords(
        new HashingPool(config, new SimpleMeterRegistry()), new PasswordRules(config), config);
  }
}
