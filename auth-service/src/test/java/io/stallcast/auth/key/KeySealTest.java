package io.stallcast.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.auth.Settings;
import io.stallcast.auth.key.KeyRing.NextKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeySealTest {
  private static final String SECRET = "a secret of at least 32 characters";

  private final KeySeal seal = new KeySeal(Settings.secrets(SECRET));
  private final SigningKey key = new KeyForge().make(new NextKey(1, Instant.EPOCH));

  @Test
  void opensWhatItSealed() throws Exception {
    byte[] sealed = sealed();
    assertThat(seal.open(key.kid(), sealed)).isEqualTo(key.privateKey());
  }

  @Test
  void sealsTheSameKeyNeverTheSameWay() throws Exception {
    assertThat(sealed()).isNotEqualTo(sealed());
  }

  @Test
  void doesNotOpenUnderAnotherSecret() throws Exception {
    var other = new KeySeal(Settings.secrets(SECRET + "!"));
    assertThat(other.open(key.kid(), sealed())).isEmpty();
  }

  @Test
  void doesNotOpenForAnotherKeyOrWhenChanged() throws Exception {
    assertThat(seal.open("another", sealed())).isEmpty();
    byte[] changed = sealed();
    changed[changed.length - 1] ^= 1;
    assertThat(seal.open(key.kid(), changed)).isEmpty();
  }

  private byte[] sealed() throws Exception {
    return seal.seal(key.kid(), key.privateKey().orElseThrow());
  }
}
