package io.stallcast.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  private static final byte[] SALT = "somesalt".getBytes(StandardCharsets.UTF_8);

  /** From the reference implementation's own tests. */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void computesWhatTheReferenceImplementationDoes() {
    assertThat(PasswordHash.of("password", SALT, new Argon2Cost(65536, 2, 1)).phc())
        .isEqualTo(REFERENCE);
  }

  @Test
  void matchesItsPasswordOnly() {
    PasswordHash hash = PasswordHash.parse(PasswordHash.of("right", SALT, CHEAP).phc());
    assertThat(hash.matches("right")).isTrue();
    assertThat(hash.matches("wrong")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void knowsItsCost() {
    PasswordHash hash = PasswordHash.parse(REFERENCE);
    assertThat(hash.costs(new Argon2Cost(65536, 2, 1))).isTrue();
    assertThat(hash.costs(CHEAP)).isFalse();
  }

  @Test
  void writesWhatItRead() {
    assertThat(PasswordHash.parse(REFERENCE).phc()).isEqualTo(REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=4,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$short"
      })
  void refusesWhatIsNoHashOfThisKind(String phc) {
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse(phc));
  }
}
