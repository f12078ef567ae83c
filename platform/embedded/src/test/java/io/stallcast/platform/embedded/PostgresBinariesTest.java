package io.stallcast.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

  @Test
  void areUnpackedOnceAndRun(@TempDir Path folder) throws Exception {
    PostgresBinaries.unpackedIn(folder);
    var binaries = PostgresBinaries.unpackedIn(folder);
    Path log = folder.resolve("version.log");

    int exit = binaries.launch(log, "postgres", List.of("--version")).waitFor();

    assertThat(exit).isZero();
    assertThat(log).content().startsWith("postgres (PostgreSQL) 18");
    try (var homes = Files.list(folder)) {
      assertThat(homes.filter(Files::isDirectory)).hasSize(1);
    }
  }
}
