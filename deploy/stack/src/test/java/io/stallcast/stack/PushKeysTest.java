package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class PushKeysTest {
  @TempDir private Path folder;

  @RepeatedTest(20)
  void areMadeOnceInTheirSizes() {
    var made = PushKeys.in(folder.resolve("keys"));

    assertThat(PushKeys.in(folder.resolve("keys"))).isEqualTo(made);
    assertThat(PushKeys.in(folder.resolve("others"))).isNotEqualTo(made);
    assertThat(Base64.getUrlDecoder().decode(made.publicKey())).hasSize(65).startsWith(4);
    assertThat(Base64.getUrlDecoder().decode(made.privateKey())).hasSize(32);
  }
}
