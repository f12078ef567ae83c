package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  @TempDir Path folder;

  @Test
  void missingOneIsNotAskedFor() {
    assertThat(archive().options(List.of("-Xmx1g"))).isEmpty();
  }

  @Test
  void missingOneIsMadeWhereThatIsWanted() {
    assertThat(archive().options(List.of(ClassArchive.MAKE)))
        .containsExactly(ClassArchive.MAKE, option());
  }

  @Test
  void madeOneIsTaken() throws IOException {
    isThere("head and all");

    assertThat(archive().options(List.of())).containsExactly(option());
  }

  @Test
  void halfMadeOneIsDropped() throws IOException {
    isThere("\0\0\0\0and all");

    assertThat(archive().options(List.of())).isEmpty();
    assertThat(archive().file()).doesNotExist();
  }

  @Test
  void oneOfAnEarlierBuildIsDropped() throws IOException {
    isThere("head and all");
    Files.setLastModifiedTime(archive().jar(), FileTime.from(Instant.now().plusSeconds(1)));

    assertThat(archive().options(List.of())).isEmpty();
    assertThat(archive().file()).doesNotExist();
  }

  private void isThere(String content) throws IOException {
    Files.writeString(archive().jar(), "classes");
    Files.createDirectories(archive().file().getParent());
    Files.writeString(archive().file(), content);
  }

  private ClassArchive archive() {
    return ClassArchive.of(folder, folder.resolve("application.jar"));
  }

  private String option() {
    return "-XX:SharedArchiveFile=" + archive().file();
  }
}
