package io.stallcast.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where a server keeps its data.
 *
 * @param temporary whether it goes with the server
 */
record Folder(Path path, boolean temporary) {

  static Folder persistent(Path path) {
    try {
      return new Folder(Files.createDirectories(path.toAbsolutePath()), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Folder temporary(String prefix) {
    try {
      return new Folder(Files.createTempDirectory(prefix), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void discard() {
    if (temporary) {
      delete(path);
    }
  }

  static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
