package io.stallcast.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
  private static final byte[] KEY = new byte[32];
  private final RefreshToken token = RefreshToken.first(new SecureRandom());

  @Test
  void has256BitsOfItsOwn() {
    assertThat(token.value())
        .hasSize(43)
        .isNotEqualTo(RefreshToken.first(new SecureRandom()).value());
  }

  @Test
  void hasOneSuccessorThatNeedsTheKey() {
    assertThat(token.successor(KEY)).isEqualTo(token.successor(KEY)).isNotEqualTo(token);
    assertThat(token.successor(KEY)).isNotEqualTo(token.successor(new byte[] {1}));
    assertThat(token.successor(KEY).value()).hasSize(43);
  }

  @Test
  void isKnownByItsHashAndNeverPrinted() {
    assertThat(new RefreshToken("abc").hash())
        .isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    assertThat(token.toString()).doesNotContain(token.value());
  }
}
