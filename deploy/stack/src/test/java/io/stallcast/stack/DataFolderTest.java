package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @Test
  void keepsASecretUntilItIsReset(@TempDir Path path) {
    String secret;
    try (var folder = DataFolder.open(path)) {
      secret = folder.secret("key");
      assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
    }
    try (var folder = DataFolder.open(path)) {
      assertThat(folder.secret("key")).isEqualTo(secret);
      folder.reset();
      assertThat(folder.secret("key")).isNotEqualTo(secret);
    }
  }

  @Test
  void goesWithATemporaryStack(@TempDir Path path) throws Exception {
    var folder = DataFolder.open(path.resolve("stack"));
    Files.writeString(folder.log("gateway"), "started");

    folder.delete();

    assertThat(path.resolve("stack")).doesNotExist();
  }
}
